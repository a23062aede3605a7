using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using CandidateCrm.Engagement;
using CandidateCrm.Fixtures;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Engagement;

public sealed class ScoreExplanationTests
{
    private static readonly Instant Monday = Instant.FromUtc(2026, 3, 2, 9, 30);
    private static readonly ScoreEngine Engine = new(ScoringModel.Named("engagement").Version(3)
        .Group("mail", 9)
        .Signal(TouchKinds.EmailReplied, 8, Duration.FromDays(30), limits => limits.In("mail"))
        .Signal(TouchKinds.EmailClicked, 2.5m, Duration.FromDays(7), limits => limits.SaturatingAt(4).In("mail"))
        .Signal(TouchKinds.CallHeld, -2.5m)
        .Signal(TouchKinds.PageVisited, 0.5m, Duration.FromDays(1))
        .Ceiling(6)
        .Band("warm", 4, 2).Build());

    private static readonly Touch[] Touches =
    [
        Touched("a", TouchKinds.EmailReplied, 0), Touched("b", TouchKinds.EmailClicked, -14), Touched("c", TouchKinds.EmailClicked, 0), Touched("d", TouchKinds.CallHeld, -400), Touched("e", TouchKinds.PageVisited, -2),
        Touched("e", TouchKinds.PageVisited, -2), Touched("f", TouchKinds.EmailReplied, 1), Touched("g", TouchKind.From("badge.printed"), 0),
    ];

    [Fact]
    public void As_text_it_is_a_line_per_signal_and_adjustment()
    {
        var text = Engine.Explain(Touches, Monday).ToText();

        Assert.Equal(
            [
                "engagement (version 3) at 2026-03-02T09:30:00Z: 6, band warm",
                "+8 email.replied: 1 touchpoint, newest 2026-03-02T09:30:00Z, sum 8, below 1 from 2026-05-31T09:30:00Z",
                "+2.168666553 email.clicked: 2 touchpoints, newest 2026-03-02T09:30:00Z, sum 3.125, below 1 from 2026-03-12T11:38:23.662355Z",
                "-2.5 call.held: 1 touchpoint, newest 2025-01-26T09:30:00Z, sum -2.5, never below 1",
                "+0.125 page.visited: 1 touchpoint, newest 2026-02-28T09:30:00Z, sum 0.125, already below 1",
                "-1.168666553 cap of group mail",
                "-0.625 ceiling",
                "Since 2025-01-26T09:30:00Z: 5 counted, 11 without decay",
                "Ignored: 1 repeated, 1 later, 1 of other kinds (1 badge.printed)",
            ],
            text.AsEnumerable());
    }

    [Fact]
    public void Kinds_that_the_model_does_not_name_are_named_in_their_order_and_counted()
    {
        var explanation = Engine.Explain([.. Touches, Touched("h", TouchKind.From("badge.printed"), -1), Touched("i", TouchKind.From("badge.lost"), -1), Touched("j", TouchKind.From("later"), 1)], Monday);

        Assert.Equal([("badge.lost", 1L), ("badge.printed", 2L)], explanation.UnknownKinds.Select(each => (each.Kind.Value, each.Count)));
        Assert.Equal(3, explanation.Ignored!.UnknownKind);
        Assert.EndsWith("3 of other kinds (1 badge.lost, 2 badge.printed)", explanation.ToText()[^1], StringComparison.Ordinal);
        Assert.Empty(Engine.Explain(Engine.Empty, Monday).UnknownKinds);
    }

    [Fact]
    public void As_json_it_says_the_same()
    {
        var json = ScoreExplanationJson.Write(Engine.Explain(Touches, Monday));

        Assert.Equal(
            JsonNode.Parse(
                """
                {
                  "schema": 1,
                  "model": "engagement",
                  "version": 3,
                  "at": "2026-03-02T09:30:00Z",
                  "score": 6,
                  "band": "warm",
                  "fadedBelow": 1,
                  "lines": [
                    { "kind": "email.replied", "count": 1, "raw": 8, "value": 8, "newestAt": "2026-03-02T09:30:00Z", "fallsBelowAt": "2026-05-31T09:30:00Z" },
                    { "kind": "email.clicked", "count": 2, "raw": 3.125, "value": 2.168666553, "newestAt": "2026-03-02T09:30:00Z", "fallsBelowAt": "2026-03-12T11:38:23.662355Z" },
                    { "kind": "call.held", "count": 1, "raw": -2.5, "value": -2.5, "newestAt": "2025-01-26T09:30:00Z" },
                    { "kind": "page.visited", "count": 1, "raw": 0.125, "value": 0.125, "newestAt": "2026-02-28T09:30:00Z", "fallsBelowAt": "2026-03-02T09:30:00Z" }
                  ],
                  "adjustments": [{ "kind": "groupCap", "group": "mail", "amount": -1.168666553 }, { "kind": "ceiling", "amount": -0.625 }],
                  "tenure": { "firstContactAt": "2025-01-26T09:30:00Z", "count": 5, "lifetimeRaw": 11 },
                  "ignored": { "repeatedId": 1, "afterInstant": 1, "unknownKind": 1, "unknownKinds": [{ "kind": "badge.printed", "count": 1 }] }
                }
                """)!.ToJsonString(),
            json);
    }

    [Fact]
    public void What_is_not_known_is_left_out()
    {
        var state = Engine.Retract(Engine.Add(Engine.Add(Engine.Empty, Touches[0]), Touches[1]), Touches[1]);
        var model = new ScoreEngine(ScoringModel.Named("plain").Signal(TouchKinds.CallHeld, 1).Floor(0.5m).Build());

        Assert.DoesNotContain("ignored", ScoreExplanationJson.Write(Engine.Explain(state, Monday)), StringComparison.Ordinal);
        Assert.Equal(
            """{"schema":1,"model":"plain","version":1,"at":"2026-03-02T09:30:00Z","score":0.5,"fadedBelow":2,"lines":[],"adjustments":[{"kind":"floor","amount":0.5}],"tenure":{"count":0,"lifetimeRaw":0}}""",
            ScoreExplanationJson.Write(model.Explain(model.Empty, Monday, fadedBelow: 2)));
    }

    [Fact]
    public void The_numbers_of_the_json_add_up_exactly() =>
        Prop.ForAll(ScoreCase.Any, c =>
        {
            using var json = JsonDocument.Parse(ScoreExplanationJson.Write(c.Engine.Explain(c.Touches, c.At)));
            var root = json.RootElement;
            var sum = root.GetProperty("lines").EnumerateArray().Sum(line => Exact(line.GetProperty("value")))
                + root.GetProperty("adjustments").EnumerateArray().Sum(adjustment => Exact(adjustment.GetProperty("amount")));
            return sum == Exact(root.GetProperty("score")) && sum == c.Engine.Score(c.Touches, c.At);
        }).Check(Tries.Of());

    private static decimal Exact(JsonElement number) => decimal.Parse(number.GetRawText(), NumberStyles.AllowLeadingSign | NumberStyles.AllowDecimalPoint, CultureInfo.InvariantCulture);

    private static Touch Touched(string id, TouchKind kind, int day) => new() { Id = EventId.From(id), Kind = kind, OccurredAt = Monday + Duration.FromDays(day) };
}
