using BenchmarkDotNet.Attributes;
using CandidateCrm.Segments;
using NodaTime;

namespace CandidateCrm.Benchmarks.Segments;

/// <summary>
/// R4: one rule of six conditions for one candidate after the other. The baseline is the delegate that a host would write by hand over its own type,
/// with everything that depends on now computed beforehand, as the rule does.
/// </summary>
[MemoryDiagnoser]
public class R04_OneRule
{
    private const int People = 200_000;
    private static readonly Instant Now = Instant.FromUtc(2026, 3, 9, 12, 0);
    private static readonly string[] Countries = ["DE", "DE", "DE", "DE", "DE", "DE", "DE", "FR", "AT", ""];
    private static readonly string[] Known = ["C#", "F#", "SQL", "Go", "Rust", "Java"];

    private Person[] _people = [];
    private Func<Person, bool> _byHand = _ => false;
    private SegmentTest<Person> _rule = null!;

    /// <summary>Makes people of whom about a third is in: each condition holds for most of those who come to it.</summary>
    [GlobalSetup]
    public void Setup()
    {
        var random = new Random(17);
        _people = [.. Enumerable.Range(0, People).Select(index => new Person
        {
            Country = Countries[random.Next(Countries.Length)],
            Name = index % 7 == 0 ? null : $"Person {index}",
            Age = index % 11 == 0 ? null : random.Next(18, 63),
            IsOpen = random.Next(10) > 0,
            ContactedAt = index % 5 == 0 ? null : Now - Duration.FromDays(random.Next(200)),
            Skills = [.. Known.Where(_ => random.Next(2) == 0)],
        })];
        _byHand = ByHand();
        _rule = Rule();
        if (_people.Any(person => _byHand(person) != _rule.Holds(person)))
        {
            throw new InvalidOperationException("Both sides must find the same people.");
        }
    }

    /// <summary>A delegate written by hand.</summary>
    [Benchmark(Baseline = true, OperationsPerInvoke = People)]
    public int Delegate()
    {
        var count = 0;
        foreach (var person in _people)
        {
            count += _byHand(person) ? 1 : 0;
        }

        return count;
    }

    /// <summary>The rule, as typed nodes.</summary>
    [Benchmark(OperationsPerInvoke = People)]
    public int TypedNodes()
    {
        var count = 0;
        foreach (var person in _people)
        {
            count += _rule.Holds(person) ? 1 : 0;
        }

        return count;
    }

    private static Func<Person, bool> ByHand()
    {
        var limit = Now.InUtc().LocalDateTime.PlusDays(-30).InUtc().ToInstant();
        string[] wanted = ["C#", "F#"];
        return person =>
            person.Country is { Length: > 0 } country && string.Equals(country, "DE", StringComparison.Ordinal)
            && person.IsOpen == true
            && person.Age is { } age && age >= 21m && age <= 60m
            && HasAny(person.Skills, wanted)
            && !(person.ContactedAt is { } at && at > limit && at <= Now)
            && person.Name is { Length: > 0 } name && name.StartsWith("person", StringComparison.OrdinalIgnoreCase);
    }

    /// <summary>Two loops, as somebody who counts allocations would write it.</summary>
    private static bool HasAny(string[] skills, string[] wanted)
    {
        foreach (var each in wanted)
        {
            foreach (var skill in skills)
            {
                if (string.Equals(skill, each, StringComparison.OrdinalIgnoreCase))
                {
                    return true;
                }
            }
        }

        return false;
    }

    private static SegmentTest<Person> Rule()
    {
        var builder = SegmentSchema.For<Person>();
        builder.Code("country", person => person.Country);
        builder.Boolean("open", person => person.IsOpen);
        builder.Number("age", person => person.Age);
        builder.TextSet("skills", person => person.Skills);
        builder.Instant("contactedAt", person => person.ContactedAt);
        builder.Text("name", person => person.Name);
        var (schema, terms) = (builder.Build(), new SegmentTerms { AsOf = Now });
        const string text = """country = "DE" and open = true and age between 21 and 60 and skills any of ("C#", "F#") and not contactedAt in last 30 days and name starts with "person" """;
        return schema.Compile(SegmentText.Parse(text, schema, terms).Required(), terms).At(Now, DateTimeZone.Utc);
    }

    private sealed class Person
    {
        public string? Country { get; init; }

        public string? Name { get; init; }

        public decimal? Age { get; init; }

        public bool? IsOpen { get; init; }

        public Instant? ContactedAt { get; init; }

        public string[] Skills { get; init; } = [];
    }
}
