using CandidateCrm.Benchmarks.Reports;

namespace CandidateCrm.Benchmarks;

/// <summary>
/// How fast is fast enough. A benchmark class begins with the id of its goal, two digits long (<c>R12_</c>, <c>T07P_</c>); its method
/// marked <c>Baseline</c> is the denominator, every other method is a numerator, and the worst of them counts. A goal is never
/// loosened: where it is missed, the page says so, and why.
/// </summary>
public static class Goals
{
    public static IReadOnlyList<Goal> All { get; } =
    [
        new("R1", "guarded transition, enum states", "nested switch", 1.8, MostBytes: 0),
        new("R2", "transition with its decision record", "switch with the same record", 1.2, MostBytes: 80),
        new("R3", "string-keyed pipeline step", "enum step", 4, MostBytes: 0),
        new("R4", "one rule for one candidate", "handwritten delegate", 1.5),
        new("R5", "one rule over 1M, segment index", "handwritten delegate over objects", 0.03),
        new("R6", "200 rules over 1M, segment index", "all rules row by row", 1.0 / 500),
        new("R7", "one event, 200 rules, incremental", "evaluating all 200", 1.0 / 10, MostBytes: 0),
        new("R8", "segment index bytes per candidate", "object bytes per candidate", 0.12, MostBytes: 72, Compares.Bytes),
        new("R9", "scoring 1M × 50 touchpoints anew", "objects, NodaTime and Math.Exp in a loop", 0.4),
        new("R10", "score update, exact blocks", "computing 50 touchpoints anew", 1.0 / 20, MostBytes: 0),
        new("R11", "threshold over 1M", "exp per candidate", 1.0 / 40),
        new("R12", "deadline of 40 working hours", "day stepping with NodaTime", 1.0 / 20, MostBytes: 0),
        new("R13", "deadline of 4,000 h", "deadline of 4 h", 1.3),
        new("R14", "1M alarms, insert and drain", "PriorityQueue", 0.25, MostBytes: 16),
        new("R15", "event to 3 handlers", "typed loop over 3", 2, MostBytes: 0),
        new("R17", "relationship to JSON, reused writer", "handwritten Utf8JsonWriter", 1.3, MostBytes: 0),
        new("R18", "rediscovery, top 100 of 1M", "LINQ", 1.0 / 80),
        new("R19", "preparing a rule", "Expression.Compile of it", 1.0 / 50),
        new("R20", "relationship from JSON", "Utf8JsonReader scan of it", 4),
        new("T1", "one event through reducer and in-memory store, all features", "JSON round trip of the event", 5),
        new("T2", "what-if replay of 1M events, charter only", "reading them from JSON", 1.6),
        new("T2A", "what-if replay of 1M events, all features", "reading them from JSON", 3),
        new("T3", "import of 100k events into tables of 5M", "multi-row insert of the same rows", 2.5),
        new("T4", "claiming 1,000 alarms, 1 worker", "reading 1,000 ids", 2.5),
        new("T4W", "claiming with 2 workers", "claiming with 1 worker", 0.8),
        new("T5", "tick with 10M pending, 1,000 due", "tick with 10k pending, 1,000 due", 1.3),
        new("T6", "segment pushed down to PostgreSQL", "hand-written SQL over typed columns", 1.5),
        new("T7", "gate decision, held or dropped", "one Instant.InZone", 20, MostBytes: 0),
        new("T7P", "gate decision with a permit", "one Instant.InZone", 20, MostBytes: 160),
        new("T8", "a fact 10 minutes late, timeline of 5,000", "the same fact in order", 4),
        new("T9", "submitting a fact in the host's transaction", "one plain insert in it", 1.3),
        new("T10", "recording on PostgreSQL", "two empty round trips and a commit", 2.5),
        new("T11", "alarm end to end", "multi-row update of the same rows", 4),
        new("T12", "wait of 99 small tenants beside a flood", "their wait alone", 3),
        new("T13", "bytes written per e-mail open", "bytes of the touchpoint row", 8, Compares: Compares.Bytes),
        new("T14", "stored bytes of a ten-year candidate, median", null, null, MostBytes: 4 * 1024, Compares.Bytes),
        new("T14P", "stored bytes of a ten-year candidate, p99", null, null, MostBytes: 32 * 1024, Compares.Bytes),
    ];
}
