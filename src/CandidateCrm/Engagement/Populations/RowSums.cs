using System.Runtime.InteropServices;
using System.Runtime.Intrinsics;

namespace CandidateCrm.Engagement;

/// <summary>Sums of neighbours, row by row. Most rows have a few, so that a whole vector with a mask is quicker than asking how many there are; the order of additions is the same everywhere.</summary>
internal static class RowSums
{
    /// <summary>How much room there must be behind the last number.</summary>
    internal const int Room = 2 * Lanes;

    private const int Lanes = 4;

    /// <summary>Eight words of ones, then eight of none: from the place 8 − n on, the first n lanes are taken.</summary>
    private static readonly long[] Masks = [-1, -1, -1, -1, -1, -1, -1, -1, 0, 0, 0, 0, 0, 0, 0, 0];

    /// <summary>Writes the sum of each row, and 0 behind the last; returns how many numbers the longest has.</summary>
    internal static int Fill(double[] numbers, TouchColumn column, int row, int count, double[] sums)
    {
        var start = column.StartOf(row);
        var first = 0;
        var most = 0;
        for (var index = 0; index < count; index++)
        {
            var end = column.EndOf(row + index) - start;
            var length = end - first;
            most = Math.Max(most, length);
            sums[index] = length <= Room ? SumOfFew(numbers.AsSpan(first, Room), length) : SumOfMany(numbers.AsSpan(first, length));
            first = end;
        }

        Array.Clear(sums, count, sums.Length - count);
        return most;
    }

    private static double SumOfFew(ReadOnlySpan<double> numbers, int length)
    {
        ref var mask = ref Masks[Room - length];
        ref var number = ref MemoryMarshal.GetReference(numbers);
        var low = Vector256.BitwiseAnd(Vector256.LoadUnsafe(ref number), Vector256.LoadUnsafe(ref mask).AsDouble());
        var high = Vector256.BitwiseAnd(Vector256.LoadUnsafe(ref number, Lanes), Vector256.LoadUnsafe(ref mask, Lanes).AsDouble());
        var four = low + high;
        var two = four.GetLower() + four.GetUpper();
        return two.GetElement(0) + two.GetElement(1);
    }

    private static double SumOfMany(ReadOnlySpan<double> numbers)
    {
        var sum = 0.0;
        foreach (var number in numbers)
        {
            sum += number;
        }

        return sum;
    }
}
