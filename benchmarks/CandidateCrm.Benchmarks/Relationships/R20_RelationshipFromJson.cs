using System.Text;
using System.Text.Json;
using BenchmarkDotNet.Attributes;
using CandidateCrm.Relationships;

namespace CandidateCrm.Benchmarks.Relationships;

/// <summary>A relationship after fifty events out of its document, beside a scan over the tokens of the same document.</summary>
public class R20_RelationshipFromJson
{
    private byte[] _document = [];

    [GlobalSetup]
    public void Setup() => _document = Encoding.UTF8.GetBytes(RelationshipJson.Write(BenchmarkHistories.Typical()));

    [Benchmark(Baseline = true)]
    public int Scan()
    {
        var reader = new Utf8JsonReader(_document);
        var tokens = 0;
        while (reader.Read())
        {
            tokens++;
        }

        return tokens;
    }

    [Benchmark]
    public Relationship Library() => RelationshipJson.Read(_document);
}
