using System.Buffers;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using CandidateCrm.Relationships;

namespace CandidateCrm.Benchmarks.Relationships;

/// <summary>The document of a relationship after fifty events, with a writer that is used again, beside the most direct code that writes the same bytes.</summary>
#pragma warning disable CA1001 // The clean-up of the benchmark disposes of the writer.
public class R17_RelationshipToJson
#pragma warning restore CA1001
{
    private readonly ArrayBufferWriter<byte> _buffer = new(1 << 16);
    private Utf8JsonWriter _writer = null!;
    private Relationship _relationship = null!;

    [GlobalSetup]
    public void Setup()
    {
        _relationship = BenchmarkHistories.Typical();
        _writer = new Utf8JsonWriter(_buffer);
        Direct();
        var direct = _buffer.WrittenSpan.ToArray();
        Library();
        if (!direct.AsSpan().SequenceEqual(_buffer.WrittenSpan))
        {
            throw new InvalidOperationException("The two do not write the same document.");
        }
    }

    [GlobalCleanup]
    public void Cleanup() => _writer.Dispose();

    [Benchmark(Baseline = true)]
    public int Direct()
    {
        _buffer.ResetWrittenCount();
        _writer.Reset(_buffer);
        DirectRelationship.Write(_writer, _relationship);
        _writer.Flush();
        return _buffer.WrittenCount;
    }

    [Benchmark]
    public int Library()
    {
        _buffer.ResetWrittenCount();
        _writer.Reset(_buffer);
        RelationshipJson.Write(_writer, _relationship);
        _writer.Flush();
        return _buffer.WrittenCount;
    }
}
