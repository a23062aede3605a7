using System.Collections.Frozen;
using CandidateCrm.Timeline;

namespace CandidateCrm.Lifecycle;

/// <summary>Reads touchpoints: the well-known kinds by what they are, a host's own kinds by their direction.</summary>
internal static class TouchReadings
{
    private static readonly FrozenDictionary<TouchKind, TouchReading> WellKnown = new Dictionary<TouchKind, TouchReading>
    {
        [TouchKinds.EmailDelivered] = TouchReading.Outreach,
        [TouchKinds.EmailOpenedByMachine] = TouchReading.Nothing,
        [TouchKinds.EmailUnsubscribed] = TouchReading.Nothing,
        [TouchKinds.EmailComplained] = TouchReading.Nothing,
        [TouchKinds.EmailOpened] = TouchReading.Interest,
        [TouchKinds.EmailClicked] = TouchReading.Interest,
        [TouchKinds.PageVisited] = TouchReading.Interest,
        [TouchKinds.LeadCaptured] = TouchReading.Interest,
        [TouchKinds.ProfileUpdated] = TouchReading.Interest,
        [TouchKinds.EmailReplied] = TouchReading.Conversation,
        [TouchKinds.MessageReplied] = TouchReading.Conversation,
        [TouchKinds.CallHeld] = TouchReading.Conversation,
        [TouchKinds.MeetingHeld] = TouchReading.Conversation,
        [TouchKinds.EventAttended] = TouchReading.Conversation,
    }.ToFrozenDictionary();

    internal static TouchReading Of(TouchpointRecorded touch) =>
        WellKnown.TryGetValue(touch.Kind, out var reading)
            ? reading
            : touch.Direction switch
            {
                Direction.Outbound => TouchReading.Outreach,
                Direction.Inbound => TouchReading.Conversation,
                _ => TouchReading.Nothing,
            };
}
