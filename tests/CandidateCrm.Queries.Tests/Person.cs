namespace CandidateCrm.Queries.Tests;

/// <summary>A candidate as a host's tables have one: values of every type, some of which may be missing, in the framework's types and in those of NodaTime.</summary>
internal sealed class Person
{
    public int Id { get; set; }

    public string? Name { get; set; }

    public string? NameUpper { get; set; }

    public string? Nick { get; set; }

    public string? Country { get; set; }

    public string? Region { get; set; }

    public Standing? Standing { get; set; }

    public Standing Wish { get; set; }

    public decimal? Pay { get; set; }

    public decimal? WantedPay { get; set; }

    public int? Years { get; set; }

    public short Level { get; set; }

    public long? Points { get; set; }

    public bool? Mobile { get; set; }

    public bool Open { get; set; }

    public DateOnly? Birthday { get; set; }

    public DateOnly Registered { get; set; }

    public LocalDate? Graduated { get; set; }

    public DateTime? ContactedAt { get; set; }

    public DateTimeOffset? RepliedAt { get; set; }

    public Instant? SeenAt { get; set; }

    public string[]? Skills { get; set; }

    public List<string>? Tags { get; set; }

    public List<decimal>? Grades { get; set; }

    public ICollection<Touch> Touches { get; set; } = [];

    /// <summary>Gets or sets the segment that the person is in.</summary>
    public string? Member { get; set; }
}
