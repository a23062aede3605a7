using CandidateCrm.Tests.Json;

namespace CandidateCrm.Tests.Segments;

/// <summary>Random rules about candidates as text, over every field that the rules of the tests have.</summary>
internal sealed class RelationshipRules(Dice dice)
{
    private static readonly string[] Instants = ["phaseSince", "contactBarredSince", "lastContactedAt", "lastHeardFromAt", "firstContactAt"];
    private static readonly string[] TouchKinds = ["email.replied", "email.clicked", "email.delivered", "email.unsubscribed"];
    private static readonly string[] Units = ["hour", "day", "week", "month"];

    internal string Any(int deep = 2) => dice.Below(deep == 0 ? 1 : 4) switch
    {
        1 => $"({Any(deep - 1)} and {Any(deep - 1)})",
        2 => $"({Any(deep - 1)} or {Any(deep - 1)})",
        3 => $"not ({Any(deep - 1)})",
        _ => Condition(),
    };

    private string Condition() => dice.Below(15) switch
    {
        0 => Code("phase", "discover", "attract", "engage", "hire", "nurture"),
        1 => Code("availability", "notLooking", "passive", "active"),
        2 => Code("interest", "low", "medium", "high"),
        3 => Code("band.engagement", "cold", "warm", "hot"),
        4 => Code("country", "DE", "de", "AT", "FR"),
        5 => Sets("skills", "c#", "F#", "SQL"),
        6 => Sets("roles", "onboarding", "employee", "alumni", "advocate"),
        7 => Sets("sources", "careers-site", "fair", "referral"),
        8 => Instant(One(Instants)),
        9 => Number("score.engagement", 0, 5, 8, 14),
        10 => Number("touchpointCount", 0, 1, 2, 3),
        11 => $"email {Presence()}",
        12 => Items("touchpoints", Touch),
        13 => Items("applications", Application),
        _ => Items("promises", Promise),
    };

    private string Touch() => dice.Below(5) switch
    {
        0 => Instant("at"),
        1 => Code("direction", "inbound", "outbound"),
        2 => $"automated = {(dice.Coin ? "true" : "false")}",
        3 => $"({Code("kind", TouchKinds)} and {Instant("at")})",
        _ => Code("kind", TouchKinds),
    };

    private string Application() => dice.Below(7) switch
    {
        0 => Code("status", "live", "draft", "prospect", "ended", "abandoned"),
        1 => Code("stage", "applied", "screening", "interview", "final"),
        2 => Code("furthestStage", "applied", "screening", "interview", "final"),
        3 => Code("disposition", "rejected", "withdrew", "selfDeselected", "hired"),
        4 => $"({Code("requisition", "req-1", "req-2")} or {Number("reopenings", 0, 1)})",
        5 => Instant(One(["submittedAt", "endedAt", "stageSince"])),
        _ => $"endedAt {One(["<", ">="])} submittedAt",
    };

    private string Promise() => dice.Below(3) switch
    {
        0 => Code("expectation", "acknowledge-application", "decide-application", "answer-message"),
        1 => Code("state", "open", "broken"),
        _ => Instant(One(["openedAt", "dueAt"])),
    };

    private string Items(string collection, Func<string> where) => dice.Below(5) switch
    {
        0 => $"(some {collection} where {where()})",
        1 => $"(all {collection} where {where()})",
        2 => $"(no {collection} where {where()})",
        3 => $"count({collection} where {where()}) <= 50%",
        _ => $"count({collection} where {where()}) {One(["=", ">=", "<="])} {1 + dice.Below(3)}",
    };

    private string Code(string field, params string[] words) => dice.Below(6) switch
    {
        0 => $"{field} {Presence()}",
        1 => $"{field} != \"{One(words)}\"",
        2 => $"{field} {Not()}in (\"{One(words)}\", \"{One(words)}\")",
        3 => $"{field} {Not()}starts with \"{One(words)[..1]}\"",
        _ => $"{field} = \"{One(words)}\"",
    };

    private string Sets(string field, params string[] words) => dice.Below(4) switch
    {
        0 => $"{field} {Presence()}",
        1 => $"{field} {Not()}contains \"{One(words)}\"",
        2 => $"count({field} where item = \"{One(words)}\") >= 1",
        _ => $"{field} {Not()}{One(["any", "all"])} of (\"{One(words)}\", \"{One(words)}\")",
    };

    private string Instant(string field) => dice.Below(6) switch
    {
        0 => $"{field} {Presence()}",
        1 => $"{field} {Not()}in last {1 + dice.Below(40)} {One(Units)}s",
        2 => $"{field} more than {1 + dice.Below(40)} {One(Units)}s ago",
        3 => $"{field} {Not()}in {One(["this", "last", "next"])} {One(["week", "month"])}",
        4 => $"{field} {One(["<", ">="])} 2026-03-{10 + dice.Below(20)}",
        _ => $"{field} {Not()}in next {1 + dice.Below(5)} days",
    };

    private string Number(string field, params int[] numbers) => dice.Below(3) switch
    {
        0 => $"{field} {Presence()}",
        1 => $"{field} {Not()}between {One(numbers)} and {One(numbers)}",
        _ => $"{field} {One(["=", "!=", "<", "<=", ">", ">="])} {One(numbers)}",
    };

    private string Presence() => dice.Coin ? "has value" : "has no value";

    private string Not() => dice.Below(3) == 0 ? "not " : string.Empty;

    private T One<T>(IReadOnlyList<T> choices) => choices[dice.Below(choices.Count)];
}
