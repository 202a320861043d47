import { r01SameMatterAidedTwice } from './r01SameMatterAidedTwice.ts';
import { r02ClaimInTwoPlaces } from './r02ClaimInTwoPlaces.ts';
import { r03NotarialMatterAtTwoOffices } from './r03NotarialMatterAtTwoOffices.ts';
import { r04AidWithoutGround } from './r04AidWithoutGround.ts';
import { r05LawyerOnBothSides } from './r05LawyerOnBothSides.ts';
import { r06LawyerOfOpponent } from './r06LawyerOfOpponent.ts';
import { r07TwoAppraisalsAtOnce } from './r07TwoAppraisalsAtOnce.ts';
import { r08AppraiserTookPartBefore } from './r08AppraiserTookPartBefore.ts';
import { r09ReappraisedBySameAppraisers } from './r09ReappraisedBySameAppraisers.ts';
import { r10NotaryWithInterest } from './r10NotaryWithInterest.ts';
import { r11EnforceableWithoutConsent } from './r11EnforceableWithoutConsent.ts';
import { r12FeeReductionWithoutBasis } from './r12FeeReductionWithoutBasis.ts';
import { r13NoReductionDespiteAid } from './r13NoReductionDespiteAid.ts';
import { r14ConfirmedAndNotarised } from './r14ConfirmedAndNotarised.ts';
import { r15OverdueStep } from './r15OverdueStep.ts';
import { r16ForeignElementNotReported } from './r16ForeignElementNotReported.ts';
import { r17ReorderedEvents } from './r17ReorderedEvents.ts';
import { r18PauseTooLong } from './r18PauseTooLong.ts';
import { r19WithoutValidLicence } from './r19WithoutValidLicence.ts';
import { r20OneAppraiserOnly } from './r20OneAppraiserOnly.ts';
import { r21GraveCaseByBeginner } from './r21GraveCaseByBeginner.ts';
import { r22MediatedDespiteRefusal } from './r22MediatedDespiteRefusal.ts';
import { r23ShamMediation } from './r23ShamMediation.ts';
import { r24SubsidyPaidTwice } from './r24SubsidyPaidTwice.ts';
import { r25RefusalWithoutReason } from './r25RefusalWithoutReason.ts';
import { r26LooksWithoutCause } from './r26LooksWithoutCause.ts';
import { r27LogBroken } from './r27LogBroken.ts';
import { r28NumberDoesNotExist } from './r28NumberDoesNotExist.ts';
import { r29CustodyBroken } from './r29CustodyBroken.ts';
import type { Rule } from './rule.ts';

/** Every rule, in the order of the table. */
export const rules: readonly Rule[] = [
  r01SameMatterAidedTwice,
  r02ClaimInTwoPlaces,
  r03NotarialMatterAtTwoOffices,
  r04AidWithoutGround,
  r05LawyerOnBothSides,
  r06LawyerOfOpponent,
  r07TwoAppraisalsAtOnce,
  r08AppraiserTookPartBefore,
  r09ReappraisedBySameAppraisers,
  r10NotaryWithInterest,
  r11EnforceableWithoutConsent,
  r12FeeReductionWithoutBasis,
  r13NoReductionDespiteAid,
  r14ConfirmedAndNotarised,
  r15OverdueStep,
  r16ForeignElementNotReported,
  r17ReorderedEvents,
  r18PauseTooLong,
  r19WithoutValidLicence,
  r20OneAppraiserOnly,
  r21GraveCaseByBeginner,
  r22MediatedDespiteRefusal,
  r23ShamMediation,
  r24SubsidyPaidTwice,
  r25RefusalWithoutReason,
  r26LooksWithoutCause,
  r27LogBroken,
  r28NumberDoesNotExist,
  r29CustodyBroken,
];
