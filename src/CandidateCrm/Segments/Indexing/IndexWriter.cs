using System.Buffers.Binary;
using System.Runtime.InteropServices;
using System.Security.Cryptography;

namespace CandidateCrm.Segments.Indexing;

/// <summary>Writes the parts of a snapshot, little end first, and keeps their checksum.</summary>
internal sealed class IndexWriter(Stream stream) : IDisposable
{
    private readonly IncrementalHash _hash = IncrementalHash.CreateHash(HashAlgorithmName.SHA256);

    internal void Write(int number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(int)];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        Write(bytes);
    }

    internal void Write(long number)
    {
        Span<byte> bytes = stackalloc byte[sizeof(long)];
        BinaryPrimitives.WriteInt64LittleEndian(bytes, number);
        Write(bytes);
    }

    /// <summary>Writes a text with its length; of UTF-16, so that nothing is lost.</summary>
    internal void Write(string text)
    {
        Write(text.Length);
        Write(MemoryMarshal.AsBytes(text.AsSpan()));
    }

    internal void Write(ReadOnlySpan<byte> bytes)
    {
        _hash.AppendData(bytes);
        stream.Write(bytes);
    }

    /// <summary>Writes the checksum of all that was written.</summary>
    internal void Close() => stream.Write(_hash.GetHashAndReset());

    public void Dispose() => _hash.Dispose();
}
