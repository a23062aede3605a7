using System.Buffers.Binary;
using System.Collections.Immutable;
using System.Runtime.InteropServices;
using CandidateCrm.Engagement;

namespace CandidateCrm.Json;

/// <summary>The exact sums of a signal that is written as an object: one text in base64: the lifetime, then the blocks from the newest on, 16 bytes each, least byte first.</summary>
internal static class SumsJson
{
    private const int Width = 16;
    private const int Most = 1 + HalfLifePlan.LiveBlocks;

    internal static (Int128 Lifetime, ImmutableArray<Int128> Blocks) Read(ref DocumentReader reader)
    {
        Span<byte> bytes = stackalloc byte[Most * Width];
        var length = reader.Bytes(bytes);
        if (length < Width || length % Width != 0)
        {
            throw new DocumentFault("Sums are whole numbers of 16 bytes each.");
        }

        var lifetime = BinaryPrimitives.ReadInt128LittleEndian(bytes);
        if (length == Width)
        {
            return (lifetime, []);
        }

        var blocks = new Int128[(length / Width) - 1];
        for (var i = 0; i < blocks.Length; i++)
        {
            blocks[i] = BinaryPrimitives.ReadInt128LittleEndian(bytes[((i + 1) * Width)..]);
        }

        return (lifetime, ImmutableCollectionsMarshal.AsImmutableArray(blocks));
    }
}
