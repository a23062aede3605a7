using System.Collections.Frozen;
using System.Text;
using CandidateCrm.Relationships;

namespace CandidateCrm.Segments.Indexing;

/// <summary>What of a candidate changes with time alone: scores fade. What they are made of is kept beside the columns.</summary>
internal static class CandidateMoves
{
    internal static MovingFields<CandidateView> Of(SegmentSchema<CandidateView> schema) => new()
    {
        Names = schema.Fields.Where(field => field.Name == "score" || field.Name.StartsWith(RelationshipFields.ScorePrefix, StringComparison.Ordinal)).Select(field => field.Name).ToFrozenSet(StringComparer.Ordinal),
        Keep = view => CandidateView.Of(Kept(view.Relationship), view.At),
        At = (view, now) => CandidateView.Of(view.Relationship, now),
        Write = view => Encoding.UTF8.GetBytes(RelationshipJson.Write(view.Relationship)),
        Read = bytes => RelationshipJson.Read(bytes) is var kept ? CandidateView.Of(kept, kept.Cursor.At) : null!,
    };

    /// <summary>Keeps scores and the numbers that a rule may compare them with, and how the candidate stands to segments.</summary>
    private static Relationship Kept(Relationship relationship) => Relationship.Empty(relationship.Key) with
    {
        Cursor = relationship.Cursor,
        NextChangeAt = relationship.NextChangeAt,
        Engagement = relationship.Engagement,
        Contact = relationship.Contact,
        Candidate = relationship.Candidate,
        Segments = relationship.Segments,
    };
}
