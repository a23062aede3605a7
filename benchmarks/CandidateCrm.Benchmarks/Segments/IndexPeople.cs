using CandidateCrm.Candidates;
using CandidateCrm.Segments;
using NodaTime;

namespace CandidateCrm.Benchmarks.Segments;

/// <summary>People of a host for questions about all of them, the schema of what rules may ask, and rules that share conditions as those of one company do.</summary>
internal static class IndexPeople
{
    /// <summary>A rule as it is asked of everybody: who is open, knows a language, and was not contacted lately.</summary>
    internal const string Text = """country = "DE" and open = true and years between 3 and 20 and skills any of ("C#", "F#") and not contactedAt in last 30 days""";

    private static readonly string[] Countries = ["DE", "DE", "DE", "DE", "AT", "CH", "FR", "PL", "NL", ""];
    private static readonly string[] Seniorities = ["junior", "regular", "senior", "lead"];
    private static readonly string[] Sources = ["careers-site", "referral", "fair", "agency", "import"];
    private static readonly string[] Known =
    [
        "C#", "F#", "SQL", "Go", "Rust", "Java", "Kotlin", "Scala", "Python", "Ruby", "PHP", "C", "C++", "Swift", "Dart", "TypeScript", "React", "Vue", "Angular", "CSS", "Docker", "Linux", "AWS", "Azure", "Kafka",
        "Redis", "Excel", "SAP", "English", "French",
    ];

    internal static Instant Now { get; } = Instant.FromUtc(2026, 3, 9, 12, 0);

    internal static SegmentSchema<Person> Schema { get; } = Made();

    internal static SegmentTerms Terms { get; } = new() { AsOf = Now };

    internal static Person[] Many(int count)
    {
        var random = new Random(17);
        return
        [
            .. Enumerable.Range(0, count).Select(index => new Person
            {
                Id = $"cand-{index:D7}",
                FirstName = $"First {random.Next(5_000)}",
                LastName = $"Last {random.Next(50_000)}",
                Email = $"person.{index}@example.org",
                Phone = $"+49 30 {index:D8}",
                Street = $"Street {random.Next(9_000)}, {random.Next(200)}",
                Country = Read(Countries[random.Next(Countries.Length)]),
                City = $"City {random.Next(200)}",
                Seniority = Read(Seniorities[random.Next(Seniorities.Length)]),
                Source = Read(Sources[random.Next(Sources.Length)]),
                Years = index % 11 == 0 ? null : random.Next(0, 35),
                Salary = 30_000 + (random.Next(200) * 500),
                Score = random.Next(1_001) / 10m,
                IsOpen = random.Next(10) > 0,
                ContactedAt = index % 5 == 0 ? null : Now - Duration.FromSeconds(random.Next(365 * 86_400)),
                RegisteredAt = Now - Duration.FromSeconds(random.Next(3_000) * 86_400L) - Duration.FromSeconds(random.Next(86_400)),
                Skills = [.. Enumerable.Range(0, random.Next(6)).Select(_ => Read(Known[random.Next(Known.Length)])).Distinct()],
            }),
        ];
    }

    internal static SegmentIndex<Person> Index(IEnumerable<Person> people)
    {
        var index = new SegmentIndex<Person>(Schema, TenantId.Single);
        index.Put(people.Select(person => KeyValuePair.Create(person.Id, person)));
        return index;
    }

    internal static SegmentPredicate<Person> Rule(string text) => Schema.Compile(SegmentText.Parse(text, Schema, Terms).Required(), Terms);

    /// <summary>Makes rules of three to six conditions each, out of forty.</summary>
    internal static SegmentPredicate<Person>[] Rules(int count)
    {
        var random = new Random(23);
        string[] conditions =
        [
            .. Countries.Where(country => country.Length > 0).Distinct().Select(country => $"country = \"{country}\""), .. Seniorities.Select(word => $"seniority = \"{word}\""),
            .. Sources.Select(word => $"source = \"{word}\""), .. Known.Take(10).Select(skill => $"skills any of (\"{skill}\")"), "open = true", "years >= 3", "years >= 8", "years < 15", "salary < 60000",
            "salary between 50000 and 90000", "score > 40", "score > 80", "contactedAt in last 30 days", "contactedAt in last 90 days", "contactedAt has no value", "registeredAt more than 2 years ago", "registeredAt in this year",
            "city starts with \"City 1\"", "skills has value",
        ];
        return [.. Enumerable.Range(0, count).Select(_ => Rule(string.Join(random.Next(3) == 0 ? " or " : " and ", Enumerable.Range(0, random.Next(3, 7)).Select(_ => (random.Next(4) == 0 ? "not " : "") + conditions[random.Next(conditions.Length)]).Distinct())))];
    }

    /// <summary>The delegate that a host would write for the rule.</summary>
    internal static Func<Person, bool> ByHand()
    {
        var limit = Now.InUtc().LocalDateTime.PlusDays(-30).InUtc().ToInstant();
        return person =>
            string.Equals(person.Country, "DE", StringComparison.Ordinal) && person.IsOpen == true && person.Years is { } years && years >= 3m && years <= 20m
            && HasAny(person.Skills) && !(person.ContactedAt is { } at && at > limit && at <= Now);
    }

    private static bool HasAny(string[] skills)
    {
        foreach (var skill in skills)
        {
            if (string.Equals(skill, "C#", StringComparison.OrdinalIgnoreCase) || string.Equals(skill, "F#", StringComparison.OrdinalIgnoreCase))
            {
                return true;
            }
        }

        return false;
    }

    private static SegmentSchema<Person> Made()
    {
        var builder = SegmentSchema.For<Person>();
        builder.Code("country", person => person.Country);
        builder.Text("city", person => person.City);
        builder.Code("seniority", person => person.Seniority);
        builder.Code("source", person => person.Source);
        builder.Number("years", person => person.Years);
        builder.Number("salary", person => person.Salary);
        builder.Number("score", person => person.Score);
        builder.Boolean("open", person => person.IsOpen);
        builder.Instant("contactedAt", person => person.ContactedAt);
        builder.Instant("registeredAt", person => (Instant?)person.RegisteredAt);
        builder.TextSet("skills", person => person.Skills);
        return builder.Build();
    }

    /// <summary>Returns a text as it comes from a store: never the very object that a literal of the program is.</summary>
    private static string Read(string text) => new(text.AsSpan());

    internal sealed class Person
    {
        public required string Id { get; init; }

        public required string FirstName { get; init; }

        public required string LastName { get; init; }

        public required string Email { get; init; }

        public required string Phone { get; init; }

        public required string Street { get; init; }

        public required string Country { get; init; }

        public required string City { get; init; }

        public required string Seniority { get; init; }

        public required string Source { get; init; }

        public decimal? Years { get; init; }

        public decimal? Salary { get; init; }

        public decimal? Score { get; init; }

        public bool? IsOpen { get; init; }

        public Instant? ContactedAt { get; init; }

        public Instant RegisteredAt { get; init; }

        public required string[] Skills { get; init; }
    }
}
