using CandidateCrm.Engagement;
using CandidateCrm.Relationships;
using NodaTime;

namespace CandidateCrm.Timeline;

/// <summary>Keeps when there was contact, and reports ids that were used twice and answers that nobody can read.</summary>
internal sealed class TimelineReaction : Reaction
{
    internal override string Feature => "timeline";

    internal override bool IsReadByOthers => true;

    internal override void On(FoldPass pass, ITimelineEntry entry)
    {
        switch (entry)
        {
            case TouchpointRecorded touch:
                var contact = pass.Draft.Contact ?? new ContactSlice();
                pass.Draft.Contact = contact with
                {
                    LastInboundAt = touch.Direction == Direction.Inbound ? pass.At : contact.LastInboundAt,
                    LastOutboundAt = touch.Direction == Direction.Outbound ? pass.At : contact.LastOutboundAt,
                    FirstTouchpointAt = contact.FirstTouchpointAt ?? pass.At,
                    Touchpoints = contact.Touchpoints + 1,
                };
                break;
            case RelationshipOpened opened:
                pass.Notes.IsRepetition = true;
                pass.Draft.Contact = With(pass.Draft.Contact, opened);
                break;
            case EventIdReused reused:
                pass.Note(FindingCodes.EventIdReused, reused.Reused.Value);
                break;
            case CustomFact custom:
                SurveyAnswers.Review(pass, custom);
                break;
            default:
                break;
        }
    }

    /// <summary>Adds an opening balance: what happened later than it says stays.</summary>
    private static ContactSlice? With(ContactSlice? contact, RelationshipOpened opened) =>
        contact is null && opened is { LastInboundAt: null, LastOutboundAt: null, Touchpoints: 0 }
            ? null
            : new ContactSlice
            {
                LastInboundAt = Later(contact?.LastInboundAt, opened.LastInboundAt),
                LastOutboundAt = Later(contact?.LastOutboundAt, opened.LastOutboundAt),
                FirstTouchpointAt = contact?.FirstTouchpointAt,
                Touchpoints = (contact?.Touchpoints ?? 0) + opened.Touchpoints,
            };

    private static Instant? Later(Instant? a, Instant? b) => a is null || b > a ? b ?? a : a;

    internal override object? Save(Draft draft) => draft.Contact;

    internal override void Restore(Draft draft, object? slice) => draft.Contact = (ContactSlice?)slice;
}
