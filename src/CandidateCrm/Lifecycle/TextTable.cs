using System.Collections.Frozen;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CandidateCrm.Lifecycle;

/// <summary>
/// Numbers a few texts that are known beforehand. The hash looks at the length and at four characters each from the beginning, the middle and the end;
/// of a row of factors the one that spreads the texts best is taken, so that most lookups cost one hash and one comparison. Texts that are too alike
/// for that are found by a hash of all their characters.
/// </summary>
internal sealed class TextTable
{
    internal const uint Missing = uint.MaxValue;
    private const int Factors = 64;
    private const int LongestProbe = 4;
    private const int LargestTable = 4096;

    private readonly FrozenDictionary<string, uint>? _alike;
    private readonly Slot[] _slots;
    private readonly ulong _factor;
    private readonly int _shift;

    internal TextTable(IReadOnlyList<string> texts)
    {
        // Four slots for a text: a table of a pipeline's keys still fits into a few cache lines, and there is always an empty slot to stop at.
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(texts.Count, 1, LargestTable) * 4);
        _shift = 64 - BitOperations.Log2(size);
        _slots = [];
        var least = int.MaxValue;
        for (var attempt = 0; texts.Count <= LargestTable && least > 0 && attempt < Factors; attempt++)
        {
            var factor = unchecked(0x9E37_79B9_7F4A_7C15UL * ((2UL * (ulong)attempt) + 1UL));
            var slots = new Slot[size];
            var displaced = Place(texts, slots, factor);
            if (displaced < least)
            {
                (_slots, _factor, least) = (slots, factor, displaced);
            }
        }

        _alike = least == int.MaxValue ? texts.Index().ToFrozenDictionary(pair => pair.Item, pair => (uint)pair.Index, StringComparer.Ordinal) : null;
    }

    internal uint NumberOf(string text)
    {
        if (_alike is not null)
        {
            return _alike.TryGetValue(text, out var number) ? number : Missing;
        }

        var slots = _slots;
        var at = (int)(Hash(text, _factor) >> _shift);
        while ((uint)at < (uint)slots.Length)
        {
            ref readonly var slot = ref slots[at];
            if (slot.Text is null)
            {
                return Missing;
            }

            if (string.Equals(slot.Text, text))
            {
                return slot.Number;
            }

            at = (at + 1) & (slots.Length - 1);
        }

        return Missing;
    }

    /// <summary>Fills the slots and returns how many steps texts stand off their places, or a number beyond all where one stands too far off.</summary>
    private int Place(IReadOnlyList<string> texts, Slot[] slots, ulong factor)
    {
        var displaced = 0;
        for (var number = 0; number < texts.Count; number++)
        {
            var at = (int)(Hash(texts[number], factor) >> _shift);
            var probes = 0;
            for (; slots[at].Text is not null; at = (at + 1) & (slots.Length - 1))
            {
                if (++probes > LongestProbe)
                {
                    return int.MaxValue;
                }
            }

            slots[at] = new Slot { Text = texts[number], Number = (uint)number };
            displaced += probes;
        }

        return displaced;
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static ulong Hash(string text, ulong factor)
    {
        ulong mixed = 0;
        if (text.Length >= 4)
        {
            ref var first = ref MemoryMarshal.GetReference(text.AsSpan());
            mixed = Four(ref first, 0)
                ^ BitOperations.RotateLeft(Four(ref first, text.Length - 4), 7)
                ^ BitOperations.RotateLeft(Four(ref first, (text.Length - 4) >> 1), 29);
        }
        else
        {
            foreach (var character in text)
            {
                mixed = (mixed << 16) | character;
            }
        }

        return unchecked((mixed + (ulong)text.Length) * factor);
    }

    private static ulong Four(ref char first, int offset) =>
        Unsafe.ReadUnaligned<ulong>(ref Unsafe.As<char, byte>(ref Unsafe.Add(ref first, offset)));

    [StructLayout(LayoutKind.Auto)]
    private readonly struct Slot
    {
        internal string? Text { get; init; }

        internal uint Number { get; init; }
    }
}
