using CandidateCrm.Timeline;

namespace CandidateCrm.Storage;

/// <summary>Says what no store can write of the rows and checkpoints of a change.</summary>
internal static class KeptShape
{
    /// <summary>Throws where they contradict themselves.</summary>
    internal static void Check(RelationshipChange change)
    {
        CheckRows(change, change.Index.IsDefault ? [] : change.Index);
        CheckRows(change, change.AddRows.IsDefault ? [] : change.AddRows);
        CheckRows(change, change.RemoveRows.IsDefault ? [] : change.RemoveRows);
        foreach (var grown in change.AddRows.IsDefault ? [] : change.AddRows)
        {
            if (!change.Index.IsDefault && change.Index.Any(row => string.Equals(row.Index, grown.Index, StringComparison.Ordinal)))
            {
                throw new ArgumentException($"List {grown.Index} either belongs to the state or grows with the timeline, not both.", nameof(change));
            }
        }

        var before = TimelinePlace.Start;
        foreach (var checkpoint in change.Checkpoints.IsDefault ? [] : change.Checkpoints)
        {
            if (checkpoint.Key != change.Next.Key || checkpoint.Cursor < before || checkpoint.Cursor > change.Next.Cursor)
            {
                throw new ArgumentException($"A checkpoint of {change.Next.Key} is another's, out of order, or later than the state.", nameof(change));
            }

            before = checkpoint.Cursor;
        }
    }

    private static void CheckRows(RelationshipChange change, System.Collections.Immutable.ImmutableArray<IndexRow> rows)
    {
        foreach (var row in rows)
        {
            if (row.Candidate != change.Next.Key.Candidate)
            {
                throw new ArgumentException($"A row of list {row.Index} names another candidate than {change.Next.Key}.", nameof(change));
            }
        }
    }
}
