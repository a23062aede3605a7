using System.Collections.Immutable;
using CandidateCrm.Applications;
using CandidateCrm.Lifecycle;
using CandidateCrm.Timeline;
using GreenhouseBridge.Webhooks;
using NodaTime;

namespace GreenhouseBridge.Mapping;

/// <summary>What becomes of each action of Greenhouse. docs/greenhouse-bridge.md shows the same table.</summary>
internal static class GreenhouseMapping
{
    private const string Contact = nameof(ContactBarred) + "/" + nameof(ContactBarLifted);

    internal static ImmutableDictionary<string, ActionMapping> All { get; } = IgnoredPayloads.All.AddRange(new Dictionary<string, ActionMapping>
    {
        ["new_candidate_application"] = ActionMapping.To(ApplicationPayloads.ApplicationCreated, nameof(ApplicationSubmitted), nameof(StageEntered), nameof(ProspectConverted), Contact),
        ["new_prospect_application"] = ActionMapping.To(ApplicationPayloads.ProspectCreated, nameof(ProspectAdded), Contact),
        ["application_updated"] = ActionMapping.To(
            ApplicationPayloads.ApplicationUpdated, nameof(ApplicationSubmitted), nameof(ProspectAdded), nameof(ProspectConverted), nameof(StageEntered), nameof(ApplicationEnded), Contact),
        ["candidate_stage_change"] = ActionMapping.To(
            ApplicationPayloads.StageChanged, nameof(StageEntered), nameof(ApplicationSubmitted), nameof(ProspectAdded), nameof(ProspectConverted), Contact),
        ["reject_candidate"] = ActionMapping.To(
            ApplicationPayloads.Rejected, nameof(ApplicationEnded), nameof(StageEntered), nameof(ApplicationSubmitted), nameof(ProspectAdded), nameof(ProspectConverted), Contact),
        ["unreject_candidate"] = ActionMapping.To(
            ApplicationPayloads.Unrejected, nameof(ApplicationReopened), nameof(StageEntered), nameof(ApplicationSubmitted), nameof(ProspectAdded), nameof(ProspectConverted), Contact),
        ["unhire_candidate"] = ActionMapping.To(
            ApplicationPayloads.Unhired, nameof(ApplicationReopened), nameof(StageEntered), nameof(ApplicationSubmitted), nameof(ProspectAdded), nameof(ProspectConverted), Contact),
        ["delete_application"] = ActionMapping.To(ApplicationPayloads.ApplicationDeleted, nameof(ApplicationRemoved)),
        ["offer_created"] = ActionMapping.To(OfferPayloads.OfferShown, nameof(OfferPrepared), nameof(OfferMade), nameof(OfferAccepted), nameof(OfferDeclined)),
        ["offer_approved"] = ActionMapping.To(OfferPayloads.OfferShown, nameof(OfferPrepared), nameof(OfferMade), nameof(OfferAccepted), nameof(OfferDeclined)),
        ["offer_updated"] = ActionMapping.To(OfferPayloads.OfferShown, nameof(OfferPrepared), nameof(OfferMade), nameof(OfferAccepted), nameof(OfferDeclined)),
        ["offer_deleted"] = ActionMapping.To(OfferPayloads.OfferDeleted, nameof(OfferRemoved)),
        ["hire_candidate"] = ActionMapping.To(CandidatePayloads.Hired, nameof(CandidateHired), nameof(OfferMade), nameof(OfferAccepted), Contact),
        ["update_candidate"] = ActionMapping.To(CandidatePayloads.Updated, Contact),
        ["merge_candidate"] = ActionMapping.To(CandidatePayloads.MergedInto, nameof(CandidateMerged), Contact),
        ["candidate_anonymized"] = ActionMapping.To(CandidatePayloads.FieldsAnonymised, nameof(CustomFact)),
        ["delete_candidate"] = ActionMapping.To(CandidatePayloads.Deleted, nameof(CandidateErased), nameof(ApplicationRemoved), Contact),
        ["interview_deleted"] = ActionMapping.To(InterviewPayloads.InterviewDeleted, nameof(InterviewCancelled)),
        ["scorecard_deleted"] = ActionMapping.To(InterviewPayloads.ScorecardDeletedFor, nameof(FactsRetracted)),
        ["job_created"] = ActionMapping.To(JobPayloads.JobShown, nameof(Requisition)),
        ["job_approved"] = ActionMapping.To(JobPayloads.JobShown, nameof(Requisition)),
        ["job_updated"] = ActionMapping.To(JobPayloads.JobShown, nameof(Requisition)),
        ["job_deleted"] = ActionMapping.To(JobPayloads.JobDeleted, nameof(Requisition)),
    });

    /// <summary>Maps a payload; what is missing or unknown is in its findings, all of it at once.</summary>
    internal static MappedPayload Map(Webhook webhook, GreenhouseOptions options, Instant receivedAt)
    {
        var payload = new MappedPayload(webhook, options, receivedAt);
        var action = options.Actions.GetValueOrDefault(webhook.Action) ?? All.GetValueOrDefault(webhook.Action);
        if (action is null)
        {
            payload.Find(new BridgeFinding(
                BridgeFindingCodes.ActionUnknown, "action", "There is no mapping for this action.", "GreenhouseOptions.Actions maps it, or says why it is ignored."));
        }
        else if (action.IgnoredBecause is { } because)
        {
            payload.Ignore(because);
        }
        else if (!payload.Fields.IsThere)
        {
            payload.Find(new BridgeFinding(BridgeFindingCodes.FieldMissing, "payload", "The payload is missing.", "It is an object."));
        }
        else
        {
            action.Map!(payload);
        }

        return payload;
    }
}
