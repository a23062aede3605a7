using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using CandidateCrm.Timeline;
using NodaTime;

namespace Quickstart.Import;

/// <summary>Names lines by what they say, and knows which were there: 16 bytes for each line taken.</summary>
internal sealed class RowKeys
{
    private readonly HashSet<UInt128> _rows = [];
    private readonly HashSet<UInt128> _ids = [];

    /// <summary>Names a line. The id is <c>log:case:seq</c>; where there is no number, or it was used before, with a hash of the line.</summary>
    /// <returns>The id, and whether the number was used before; null for a duplicate.</returns>
    internal (EventId Id, bool Reused)? Name(string name, string activity, Instant at, long? seq)
    {
        var row = Hash(string.Create(CultureInfo.InvariantCulture, $"{name}\n{activity}\n{at.ToUnixTimeTicks()}\n{seq}"));
        if (!_rows.Add(row))
        {
            return null;
        }

        var natural = string.Create(CultureInfo.InvariantCulture, $"log:{name}:{seq}");
        var reused = seq is not null && !_ids.Add(Hash(natural));
        var id = seq is null ? $"log:{name}:{row:x32}" : reused ? $"{natural}:{row:x32}" : natural;
        return (EventId.TryFrom(id, out var valid) ? valid : EventId.From($"log::{Hash(id):x32}"), reused);
    }

    private static UInt128 Hash(string text)
    {
        Span<byte> digest = stackalloc byte[SHA256.HashSizeInBytes];
        SHA256.HashData(Encoding.UTF8.GetBytes(text), digest);
        return System.Buffers.Binary.BinaryPrimitives.ReadUInt128BigEndian(digest);
    }
}
