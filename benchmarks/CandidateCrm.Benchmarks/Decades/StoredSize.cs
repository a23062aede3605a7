using System.Text;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;

namespace CandidateCrm.Benchmarks.Decades;

/// <summary>
/// What a store keeps of one candidate beside the timeline: the state, and the rows of lists. What goes with the timeline is told apart:
/// checkpoints, of which only the newest few are kept, and effects, of which every key stays.
/// </summary>
internal sealed record StoredSize(int State, int Rows, int FindingRows, int Checkpoints, int Effects)
{
    /// <summary>Gets the bytes of the goal: state, rows of the state's lists and rows of findings. The library makes no claims yet.</summary>
    internal int Total => State + Rows + FindingRows;

    /// <summary>Measures what a fold made.</summary>
    internal static StoredSize Of(Decision decision) => new(
        Bytes(RelationshipJson.Write(decision.Next)),
        IndexRows.Of(decision.Next).Sum(Bytes),
        IndexRows.OfFindings(decision.Derived).Sum(Bytes),
        decision.Checkpoints.TakeLast(CrmCommit.MostCheckpoints).Sum(checkpoint => Bytes(RelationshipJson.Write(checkpoint))),
        decision.Effects.Sum(effect => Bytes(EffectJson.Write(effect))));

    /// <summary>Counts a row as a database does: its texts, and eight bytes for the number. Bytes of pages and indexes are the store's own.</summary>
    private static int Bytes(IndexRow row) => Bytes(row.Index) + Bytes(row.Candidate.Value) + sizeof(long) + Bytes(row.Item);

    private static int Bytes(string text) => Encoding.UTF8.GetByteCount(text);
}
