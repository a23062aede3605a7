using CandidateCrm.Relationships;

namespace CandidateCrm.Timeline;

/// <summary>Keeps when there was contact, and reports ids that were used twice.</summary>
internal sealed class TimelineReaction : Reaction
{
    internal override string Feature => "timeline";

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
                    Touchpoints = contact.Touchpoints + 1,
                };
                break;
            case EventIdReused reused:
                pass.Note(FindingCodes.EventIdReused, reused.Reused.Value);
                break;
            default:
                break;
        }
    }

    internal override object? Save(Draft draft) => draft.Contact;

    internal override void Restore(Draft draft, object? slice) => draft.Contact = (ContactSlice?)slice;
}
