using System.Buffers.Binary;
using System.Runtime.InteropServices;
using CandidateCrm.Engagement;
using CandidateCrm.Timeline;
using NodaTime;

namespace CandidateCrm.Json;

/// <summary>
/// A signal as bytes. First what there is: 1 for bounds, 2 for the first instant, 4 for the newest, 8 for sums. Then as numbers of seven bits a byte,
/// least first, with the sign in the lowest bit: the count, the newest block, the first instant in microseconds, how much later the newest is.
/// Then the sums, the lifetime before the blocks from the newest on. Most blocks are empty and most sums begin and end with zeros, so a sum is one byte with
/// the number of zero bytes that are left out below (times 16) and the number of bytes that follow less one, and then these, least first, the highest with
/// the sign; 255 is followed by a number of sums that are zero.
/// </summary>
internal static class SignalBytes
{
    /// <summary>The most bytes of a signal: flags, four numbers of ten bytes, and for the lifetime and each block seventeen.</summary>
    internal const int Most = 1 + (4 * 10) + (MostSums * (1 + Width));

    private const int MostSums = 1 + HalfLifePlan.LiveBlocks;
    private const int Width = 16;
    private const byte Zeros = 255;
    private const int Bounds = 1;
    private const int First = 2;
    private const int Newest = 4;
    private const int Sums = 8;

    /// <summary>Writes a signal and returns how many bytes it took.</summary>
    internal static int Write(SignalState signal, Span<byte> into)
    {
        var blocks = signal.Blocks.IsDefault ? [] : signal.Blocks.AsSpan();
        if (blocks.Length >= MostSums)
        {
            throw new ArgumentException($"A signal has at most {HalfLifePlan.LiveBlocks} blocks.", nameof(signal));
        }

        var hasSums = blocks.Length > 0 || signal.Lifetime != 0;
        into[0] = (byte)((signal.EdgesAreBounds ? Bounds : 0) | (signal.FirstAt is null ? 0 : First) | (signal.NewestAt is null ? 0 : Newest) | (hasSums ? Sums : 0));
        var length = WriteNumber(signal.Count, into, 1);
        length = WriteNumber(signal.NewestBlock, into, length);
        var first = signal.FirstAt is { } firstAt ? Microseconds.ToMicros(firstAt) : 0;
        length = signal.FirstAt is null ? length : WriteNumber(first, into, length);
        length = signal.NewestAt is { } newestAt ? WriteNumber(unchecked(Microseconds.ToMicros(newestAt) - first), into, length) : length;
        return hasSums ? WriteSums(signal.Lifetime, blocks, into, length) : length;
    }

    /// <summary>Reads a signal.</summary>
    internal static SignalState Read(ReadOnlySpan<byte> bytes)
    {
        var flags = bytes.IsEmpty ? throw Fault() : bytes[0];
        if (flags >= 2 * Sums)
        {
            throw Fault();
        }

        var at = 1;
        var count = ReadNumber(bytes, ref at);
        var block = ReadNumber(bytes, ref at);
        var first = (flags & First) != 0 ? ReadNumber(bytes, ref at) : 0;
        Instant? newest = (flags & Newest) != 0 ? MicrosecondText.InstantOf(unchecked(first + ReadNumber(bytes, ref at))) : null;
        Span<Int128> sums = stackalloc Int128[MostSums];
        var length = (flags & Sums) != 0 ? ReadSums(bytes, ref at, sums) : 0;
        return at < bytes.Length
            ? throw Fault()
            : new SignalState
            {
                Count = count,
                NewestBlock = block,
                FirstAt = (flags & First) != 0 ? MicrosecondText.InstantOf(first) : null,
                NewestAt = newest,
                EdgesAreBounds = (flags & Bounds) != 0,
                Lifetime = length > 0 ? sums[0] : 0,
                Blocks = length > 1 ? ImmutableCollectionsMarshal.AsImmutableArray(sums[1..length].ToArray()) : [],
            };
    }

    private static int WriteSums(Int128 lifetime, ReadOnlySpan<Int128> blocks, Span<byte> into, int length)
    {
        byte zeros = 0;
        for (var i = -1; i < blocks.Length; i++)
        {
            var sum = i < 0 ? lifetime : blocks[i];
            if (sum == 0)
            {
                zeros++;
                continue;
            }

            length = WriteSum(sum, into, WriteZeros(zeros, into, length));
            zeros = 0;
        }

        return WriteZeros(zeros, into, length);
    }

    private static int WriteZeros(byte zeros, Span<byte> into, int length)
    {
        if (zeros == 0)
        {
            return length;
        }

        into[length] = Zeros;
        into[length + 1] = zeros;
        return length + 2;
    }

    private static int WriteSum(Int128 sum, Span<byte> into, int length)
    {
        var below = (int)Int128.TrailingZeroCount(sum) >> 3;
        var bits = 128 - (int)Int128.LeadingZeroCount(sum < 0 ? ~sum : sum);
        var bytes = (bits >> 3) + 1 - below;
        into[length] = (byte)((below << 4) | (bytes - 1));
        Span<byte> all = stackalloc byte[Width];
        BinaryPrimitives.WriteInt128LittleEndian(all, sum);
        all.Slice(below, bytes).CopyTo(into[(length + 1)..]);
        return length + 1 + bytes;
    }

    private static int WriteNumber(long number, Span<byte> into, int length)
    {
        var rest = (ulong)((number << 1) ^ (number >> 63));
        for (; rest >= 0x80; rest >>= 7)
        {
            into[length++] = (byte)(rest | 0x80);
        }

        into[length] = (byte)rest;
        return length + 1;
    }

    private static int ReadSums(ReadOnlySpan<byte> bytes, ref int at, Span<Int128> sums)
    {
        var length = 0;
        while (at < bytes.Length)
        {
            var head = bytes[at++];
            var (below, count) = (head >> 4, (head & 15) + 1);
            var zeros = head == Zeros && at < bytes.Length ? bytes[at++] : 0;
            if (length + Math.Max(zeros, 1) > sums.Length || (zeros == 0 && (below + count > Width || at + count > bytes.Length)))
            {
                throw Fault();
            }

            if (zeros > 0)
            {
                sums.Slice(length, zeros).Clear();
                length += zeros;
                continue;
            }

            sums[length++] = Sum(bytes.Slice(at, count), below);
            at += count;
        }

        return length;
    }

    private static Int128 Sum(ReadOnlySpan<byte> bytes, int below)
    {
        Span<byte> all = stackalloc byte[Width];
        all[..below].Clear();
        bytes.CopyTo(all[below..]);
        all[(below + bytes.Length)..].Fill(bytes[^1] >= 0x80 ? (byte)0xFF : (byte)0);
        return BinaryPrimitives.ReadInt128LittleEndian(all);
    }

    private static long ReadNumber(ReadOnlySpan<byte> bytes, ref int at)
    {
        ulong number = 0;
        for (var shift = 0; shift < 64 && at < bytes.Length; shift += 7)
        {
            var next = bytes[at++];
            number |= (ulong)(next & 0x7F) << shift;
            if (next < 0x80)
            {
                return (long)(number >> 1) ^ -(long)(number & 1);
            }
        }

        throw Fault();
    }

    private static DocumentFault Fault() => new("The bytes of a signal are not as they are written.");
}
