namespace CandidateCrm.Queries.Tests;

internal sealed class Touch
{
    public int Id { get; set; }

    public string? Kind { get; set; }

    public string? Note { get; set; }

    public Instant? At { get; set; }

    public DateOnly? On { get; set; }

    public decimal? Cost { get; set; }

    public bool? Answered { get; set; }

    public List<string>? Labels { get; set; }

    public List<Link> Links { get; set; } = [];
}
