using System.Linq.Expressions;
using CandidateCrm.Segments;
using NodaTime;

namespace CandidateCrm.Benchmarks.Segments;

/// <summary>A rule of six conditions, the people it is asked about, and the delegate that a host would write for it.</summary>
internal static class SixConditions
{
    internal const string Text = """country = "DE" and open = true and age between 21 and 60 and skills any of ("C#", "F#") and not contactedAt in last 30 days and name starts with "person" """;

    private static readonly string[] Countries = ["DE", "DE", "DE", "DE", "DE", "DE", "DE", "FR", "AT", ""];
    private static readonly string[] Known = ["C#", "F#", "SQL", "Go", "Rust", "Java"];

    internal static Instant Now { get; } = Instant.FromUtc(2026, 3, 9, 12, 0);

    /// <summary>Makes people of whom about a third is in: each condition holds for most of those who come to it.</summary>
    internal static Person[] People(int count)
    {
        var random = new Random(17);
        return
        [
            .. Enumerable.Range(0, count).Select(index => new Person
            {
                Country = Read(Countries[random.Next(Countries.Length)]),
                Name = index % 7 == 0 ? null : $"Person {index}",
                Age = index % 11 == 0 ? null : random.Next(18, 63),
                IsOpen = random.Next(10) > 0,
                ContactedAt = index % 5 == 0 ? null : Now - Duration.FromDays(random.Next(200)),
                Skills = [.. Known.Where(_ => random.Next(2) == 0).Select(Read)],
            }),
        ];
    }

    /// <summary>Returns a text as it comes from a store: never the very object that a literal of the program is.</summary>
    private static string Read(string text) => new(text.AsSpan());

    internal static Func<Person, bool> ByHand()
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

    /// <summary>Gets the same condition as a lambda that can be compiled at run time.</summary>
    internal static Expression<Func<Person, bool>> Lambda { get; } = LambdaAt(Now.InUtc().LocalDateTime.PlusDays(-30).InUtc().ToInstant(), ["C#", "F#"]);

    private static Expression<Func<Person, bool>> LambdaAt(Instant limit, string[] wanted) => person =>
        person.Country != null && person.Country != "" && string.Equals(person.Country, "DE", StringComparison.Ordinal)
        && person.IsOpen == true
        && person.Age != null && person.Age >= 21m && person.Age <= 60m
        && HasAny(person.Skills, wanted)
        && !(person.ContactedAt != null && person.ContactedAt > limit && person.ContactedAt <= Now)
        && person.Name != null && person.Name != "" && person.Name.StartsWith("person", StringComparison.OrdinalIgnoreCase);

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

    internal static SegmentTest<Person> Rule()
    {
        var (schema, terms) = (Schema(), new SegmentTerms { AsOf = Now });
        return schema.Compile(SegmentText.Parse(Text, schema, terms).Required(), terms).At(Now, DateTimeZone.Utc);
    }

    internal static SegmentSchema<Person> Schema()
    {
        var builder = SegmentSchema.For<Person>();
        builder.Code("country", person => person.Country);
        builder.Boolean("open", person => person.IsOpen);
        builder.Number("age", person => person.Age);
        builder.TextSet("skills", person => person.Skills);
        builder.Instant("contactedAt", person => person.ContactedAt);
        builder.Text("name", person => person.Name);
        return builder.Build();
    }

    internal sealed class Person
    {
        public string? Country { get; init; }

        public string? Name { get; init; }

        public decimal? Age { get; init; }

        public bool? IsOpen { get; init; }

        public Instant? ContactedAt { get; init; }

        public string[] Skills { get; init; } = [];
    }
}
