using System.Runtime.InteropServices;

namespace CandidateCrm.Segments.Indexing;

/// <summary>A number for each row, in as few bytes as the largest one needs: 0 for no value, else one more than the place of the value among those of the column.</summary>
internal sealed class Codes
{
    internal Codes(ReadOnlySpan<int> codes, int largest)
    {
        Length = codes.Length;
        if (largest <= byte.MaxValue)
        {
            Narrow = new byte[codes.Length];
            for (var row = 0; row < codes.Length; row++)
            {
                Narrow[row] = (byte)codes[row];
            }
        }
        else if (largest <= ushort.MaxValue)
        {
            Middle = new ushort[codes.Length];
            for (var row = 0; row < codes.Length; row++)
            {
                Middle[row] = (ushort)codes[row];
            }
        }
        else
        {
            Wide = codes.ToArray();
        }
    }

    internal int Length { get; }

    internal byte[]? Narrow { get; }

    internal ushort[]? Middle { get; }

    internal int[]? Wide { get; }

    internal long Bytes => ColumnBytes.Of<byte>(Narrow) + ColumnBytes.Of<ushort>(Middle) + ColumnBytes.Of<int>(Wide);

    internal int this[int row] => Narrow is { } narrow ? narrow[row] : Middle is { } middle ? middle[row] : Wide![row];

    /// <summary>Copies codes of some rows.</summary>
    internal void CopyTo(int from, Span<int> codes)
    {
        for (var row = 0; row < codes.Length; row++)
        {
            codes[row] = this[from + row];
        }
    }

    internal void Write(IndexWriter writer)
    {
        writer.Write(Narrow is not null ? 1 : Middle is not null ? 2 : 4);
        writer.Write(Narrow is not null ? Narrow : Middle is not null ? MemoryMarshal.AsBytes(Middle.AsSpan()) : MemoryMarshal.AsBytes(Wide.AsSpan()));
    }

    /// <summary>Reads what was written, none of it above the largest.</summary>
    internal static Codes Read(IndexReader reader, int rows, int largest)
    {
        var width = reader.ReadNumber(4);
        var bytes = reader.ReadBytes(checked(rows * width));
        var codes = new int[rows];
        for (var row = 0; row < rows; row++)
        {
            codes[row] = width switch { 1 => bytes[row], 2 => MemoryMarshal.Cast<byte, ushort>(bytes)[row], 4 => MemoryMarshal.Cast<byte, int>(bytes)[row], _ => throw IndexReader.Broken() };
            IndexReader.Check(codes[row] >= 0 && codes[row] <= largest);
        }

        return new Codes(codes, largest);
    }
}
