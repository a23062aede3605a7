using System.Text;

namespace CandidateCrm.Segments.Queries;

/// <summary>Which texts a database can hold.</summary>
internal static class Wording
{
    /// <summary>Says whether a text has no U+0000 and no half of a surrogate pair: databases refuse those, or change them.</summary>
    internal static bool IsStorable(string text)
    {
        var rest = text.AsSpan();
        while (!rest.IsEmpty)
        {
            if (rest[0] == '\0' || Rune.DecodeFromUtf16(rest, out _, out var length) != System.Buffers.OperationStatus.Done)
            {
                return false;
            }

            rest = rest[length..];
        }

        return true;
    }
}
