using System.Buffers.Binary;
using System.Buffers.Text;
using CandidateCrm.Candidates;

namespace CandidateCrm.Storage;

/// <summary>
/// Writes a place in a tenant's feed as text that only this store reads: the place and a sum over tenant and place, so that a cursor that was
/// cut, typed or meant for another tenant is recognised. The sum is no secret: a cursor gives nobody access to anything.
/// </summary>
internal static class FeedCursor
{
    private const int Length = sizeof(long) + sizeof(uint);
    private const int TextLength = Length / 3 * 4;

    internal static string Text(TenantId tenant, long place)
    {
        Span<byte> bytes = stackalloc byte[Length];
        BinaryPrimitives.WriteInt64BigEndian(bytes, place);
        BinaryPrimitives.WriteUInt32BigEndian(bytes[sizeof(long)..], Sum(tenant, place));
        return Base64Url.EncodeToString(bytes);
    }

    /// <summary>Reads a cursor, or throws: one that is no place up to the end of this tenant's feed was never made here.</summary>
    internal static long Read(TenantId tenant, string text, long end)
    {
        Span<byte> bytes = stackalloc byte[Length];
        if (text.Length != TextLength || !Base64Url.TryDecodeFromChars(text, bytes, out var written) || written != Length)
        {
            throw Unknown(nameof(text));
        }

        var place = BinaryPrimitives.ReadInt64BigEndian(bytes);
        var isOwn = place > 0 && place <= end && BinaryPrimitives.ReadUInt32BigEndian(bytes[sizeof(long)..]) == Sum(tenant, place);
        return isOwn ? place : throw Unknown(nameof(text));
    }

    internal static ArgumentException Unknown(string parameter) =>
        new("The cursor is none that this store made for this tenant. Go on with the last one that was read, or with null from the beginning.", parameter);

    /// <summary>FNV-1a: the same in every process, unlike the hash code of a text.</summary>
    private static uint Sum(TenantId tenant, long place)
    {
        var sum = 2_166_136_261u;
        foreach (var unit in tenant.Value)
        {
            sum = (sum ^ unit) * 16_777_619u;
        }

        for (var rest = (ulong)place; rest != 0; rest >>= 8)
        {
            sum = (sum ^ (byte)rest) * 16_777_619u;
        }

        return sum;
    }
}
