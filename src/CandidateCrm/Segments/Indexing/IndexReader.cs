using System.Buffers.Binary;
using System.Runtime.InteropServices;

namespace CandidateCrm.Segments.Indexing;

/// <summary>Reads the parts of a snapshot whose checksum was right. What does not fit all the same is broken, never guessed.</summary>
internal sealed class IndexReader(byte[] bytes)
{
    private int _at;

    internal bool IsAtEnd => _at == bytes.Length;

    internal static InvalidDataException Broken() => new("The snapshot does not hold what its lengths say.");

    internal static void Check(bool isRight)
    {
        if (!isRight)
        {
            throw Broken();
        }
    }

    internal int ReadNumber(int largest = int.MaxValue)
    {
        var number = BinaryPrimitives.ReadInt32LittleEndian(ReadBytes(sizeof(int)));
        Check(number >= 0 && number <= largest);
        return number;
    }

    internal long ReadLong() => BinaryPrimitives.ReadInt64LittleEndian(ReadBytes(sizeof(long)));

    internal string ReadText() => new(MemoryMarshal.Cast<byte, char>(ReadBytes(ReadNumber(bytes.Length / sizeof(char)) * sizeof(char))));

    internal ReadOnlySpan<byte> ReadBytes(int count)
    {
        Check(count >= 0 && count <= bytes.Length - _at);
        var read = bytes.AsSpan(_at, count);
        _at += count;
        return read;
    }
}
