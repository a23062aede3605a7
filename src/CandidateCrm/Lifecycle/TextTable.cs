using System.Collections.Frozen;
using System.Numerics;
using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CandidateCrm.Lifecycle;

/// <summary>
/// Numbers a few texts that are known beforehand. Each text has one slot in a small table, chosen by its length and both its ends, and a factor that spreads
/// these texts best; a hit there costs one hash and one comparison. Texts that found their slot taken, short ones and strangers go the longer way.
/// </summary>
internal sealed class TextTable
{
    internal const uint Missing = uint.MaxValue;
    private const int Word = 4;
    private const int Covered = 4 * Word;
    private const int Factors = 64;
    private const int LargestTable = 4096;

    private readonly FrozenDictionary<string, uint> _all;
    private readonly Slot[] _slots;
    private readonly ulong _factor;
    private readonly int _shift;

    internal TextTable(IReadOnlyList<string> texts)
    {
        _all = texts.Index().ToFrozenDictionary(pair => pair.Item, pair => (uint)pair.Index, StringComparer.Ordinal);

        // Four slots for a text: most find theirs free, and the table of a pipeline's keys still fits into a few cache lines.
        var size = BitOperations.RoundUpToPowerOf2((uint)Math.Clamp(texts.Count, 1, LargestTable) * 4);
        _shift = 64 - BitOperations.Log2(size);
        _slots = [];
        var least = int.MaxValue;
        for (var attempt = 0; least > 0 && attempt < Factors; attempt++)
        {
            var factor = unchecked(0x9E37_79B9_7F4A_7C15UL * ((2UL * (ulong)attempt) + 1UL));
            var slots = new Slot[size];
            var left = Place(texts, slots, factor, _shift);
            if (left < least)
            {
                (_slots, _factor, least) = (slots, factor, left);
            }
        }
    }

    internal uint NumberOf(string text)
    {
        if (text.Length >= Word)
        {
            var ends = new Ends(text);
            var slots = _slots;
            var at = (int)(ends.Hash(_factor) >> _shift);
            if ((uint)at < (uint)slots.Length)
            {
                ref readonly var slot = ref slots[at];
                if (ends.Same(in slot.Ends) && text.Length == slot.Length && (text.Length <= Covered || string.Equals(text, slot.Text)))
                {
                    return slot.Number;
                }
            }
        }

        return _all.TryGetValue(text, out var number) ? number : Missing;
    }

    /// <summary>Fills the slots and returns how many texts found theirs taken.</summary>
    private static int Place(IReadOnlyList<string> texts, Slot[] slots, ulong factor, int shift)
    {
        var left = 0;
        for (var number = 0; number < texts.Count; number++)
        {
            if (texts[number].Length < Word)
            {
                continue;
            }

            var ends = new Ends(texts[number]);
            ref var slot = ref slots[(int)(ends.Hash(factor) >> shift)];
            if (slot.Text is null)
            {
                slot = new Slot(ends, texts[number], (uint)number);
            }
            else
            {
                left++;
            }
        }

        return left;
    }

    /// <summary>
    /// The first and the last eight characters, in four words that overlap where the text is shorter than 16: all of a text of up to 16.
    /// The places of the words are computed without a branch, because the lengths of keys come in no order.
    /// </summary>
    private readonly struct Ends
    {
        private readonly ulong _first;
        private readonly ulong _second;
        private readonly ulong _lastButOne;
        private readonly ulong _last;

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal Ends(string text)
        {
            ref var start = ref Unsafe.As<char, byte>(ref MemoryMarshal.GetReference(text.AsSpan()));
            var end = text.Length - Word;
            var beyond = end - Word;
            beyond &= ~(beyond >> 31); // Math.Max(beyond, 0), which would be compiled to a branch
            _first = Read(ref start, 0);
            _second = Read(ref start, end - beyond);
            _lastButOne = Read(ref start, beyond);
            _last = Read(ref start, end);
        }

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal ulong Hash(ulong factor) => unchecked(
            ((_first ^ BitOperations.RotateLeft(_second, 11)) + (_lastButOne ^ BitOperations.RotateLeft(_last, 29))) * factor);

        [MethodImpl(MethodImplOptions.AggressiveInlining)]
        internal bool Same(in Ends other) =>
            ((_first ^ other._first) | (_second ^ other._second) | (_lastButOne ^ other._lastButOne) | (_last ^ other._last)) == 0;

        private static ulong Read(ref byte start, int offset) => Unsafe.ReadUnaligned<ulong>(ref Unsafe.Add(ref start, offset * sizeof(char)));
    }

    [StructLayout(LayoutKind.Auto)]
    private readonly struct Slot(Ends ends, string text, uint number)
    {
        internal readonly Ends Ends = ends;
        internal readonly string? Text = text;
        internal readonly int Length = text.Length;
        internal readonly uint Number = number;
    }
}
