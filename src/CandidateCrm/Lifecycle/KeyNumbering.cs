using System.Runtime.CompilerServices;
using System.Runtime.InteropServices;

namespace CandidateCrm.Lifecycle;

/// <summary>
/// Turns keys into small numbers. The members of an enum that lie close together are numbered by subtraction, gaps included; every other type by a lookup.
/// </summary>
[StructLayout(LayoutKind.Auto)]
internal readonly struct KeyNumbering<T>
    where T : notnull
{
    private const int SlotsPerMember = 4;
    private const int SlotsAnyway = 16;

    private readonly KeyLookup<T>? _lookup;
    private readonly uint _first;

    internal KeyNumbering(KeyLookup<T> lookup, int count)
    {
        _lookup = lookup;
        Count = (uint)count;
    }

    private KeyNumbering(uint first, uint count)
    {
        _first = first;
        Count = count;
    }

    /// <summary>Gets how many numbers there are; what is not known has a number beyond.</summary>
    internal uint Count { get; }

    /// <summary>Gets a value indicating whether the keys are members of a compact enum, whose numbers may have gaps.</summary>
    internal bool IsEnum => _lookup is null;

    internal static KeyNumbering<T> Of(IReadOnlyList<T> keys)
    {
        if (typeof(T).IsEnum && Unsafe.SizeOf<T>() <= sizeof(uint) && keys.Count > 0)
        {
            // Signed, so that the members around zero stay neighbours.
            var first = keys.Min(key => (int)Bits(key));
            var width = (long)keys.Max(key => (int)Bits(key)) - first + 1;
            if (width <= (keys.Count * (long)SlotsPerMember) + SlotsAnyway)
            {
                return new KeyNumbering<T>(unchecked((uint)first), (uint)width);
            }
        }

        return typeof(T) == typeof(string)
            ? new KeyNumbering<T>((KeyLookup<T>)(object)new StringLookup(new TextTable([.. keys.Cast<string>()])), keys.Count)
            : new KeyNumbering<T>(new AnyLookup<T>(keys), keys.Count);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal uint NumberOf(T key) => _lookup is { } lookup ? lookup.NumberOf(key) : unchecked(Bits(key) - _first);

    /// <summary>Gets the member of a compact enum that has the number, also where it is a gap.</summary>
    internal T MemberAt(uint number)
    {
        var bits = unchecked(_first + number);
        var (narrow, narrower) = unchecked(((ushort)bits, (byte)bits));
        return Unsafe.SizeOf<T>() switch
        {
            1 => Unsafe.As<byte, T>(ref narrower),
            2 => Unsafe.As<ushort, T>(ref narrow),
            _ => Unsafe.As<uint, T>(ref bits),
        };
    }

    /// <summary>Reads the value of an enum without boxing it.</summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static uint Bits(T key) => Unsafe.SizeOf<T>() switch
    {
        1 => Unsafe.As<T, byte>(ref key),
        2 => Unsafe.As<T, ushort>(ref key),
        _ => Unsafe.As<T, uint>(ref key),
    };
}
