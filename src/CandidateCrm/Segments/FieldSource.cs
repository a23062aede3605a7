namespace CandidateCrm.Segments;

/// <summary>Which part of a relationship a field is read from.</summary>
internal static class FieldSource
{
    internal static FieldSources Of(SegmentField field) => field.Name switch
    {
        RelationshipFields.Touchpoints => FieldSources.Timeline,
        "phase" or "phaseSince" or "roles" or "snoozedUntil" => FieldSources.Lifecycle,
        "contactBarredSince" or "availability" or "interest" or "sources" => FieldSources.Person,
        RelationshipFields.FirstContactAt or "lastContactedAt" or "lastHeardFromAt" or "touchpointCount" => FieldSources.Contact,
        "applications" => FieldSources.Applications,
        "promises" => FieldSources.Promises,
        "score" => FieldSources.Decay,
        "band" => FieldSources.Scores,
        _ when field.Name.StartsWith(RelationshipFields.ScorePrefix, StringComparison.Ordinal) => FieldSources.Decay,
        _ when field.Name.StartsWith(RelationshipFields.BandPrefix, StringComparison.Ordinal) => FieldSources.Scores,
        _ => FieldSources.Attributes,
    };
}
