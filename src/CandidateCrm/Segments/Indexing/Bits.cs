using System.Numerics;

namespace CandidateCrm.Segments.Indexing;

/// <summary>Reads sets of rows.</summary>
internal static class Bits
{
    internal static int Count(ReadOnlySpan<ulong> bits)
    {
        var count = 0;
        foreach (var word in bits)
        {
            count += BitOperations.PopCount(word);
        }

        return count;
    }

    /// <summary>Returns the first row at or after one; -1 where there is none.</summary>
    internal static int Next(ReadOnlySpan<ulong> bits, int from)
    {
        var word = from >> 6;
        if (word >= bits.Length)
        {
            return -1;
        }

        for (var left = bits[word] & (ulong.MaxValue << from); ; left = bits[word])
        {
            if (left != 0)
            {
                return (word * 64) + BitOperations.TrailingZeroCount(left);
            }

            if (++word == bits.Length)
            {
                return -1;
            }
        }
    }

    /// <summary>Adds for each two steps how many rows both hold for.</summary>
    internal static void CountCommon(IndexFrame frame, int[] steps, int[,] common)
    {
        for (var one = 0; one < steps.Length; one++)
        {
            for (var other = one; other < steps.Length; other++)
            {
                common[one, other] += CountBoth(frame.Of(steps[one]), frame.Of(steps[other]));
            }
        }
    }

    private static int CountBoth(ReadOnlySpan<ulong> one, ReadOnlySpan<ulong> other)
    {
        var count = 0;
        for (var word = 0; word < one.Length; word++)
        {
            count += BitOperations.PopCount(one[word] & other[word]);
        }

        return count;
    }
}
