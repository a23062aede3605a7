using System.Text;
using CandidateCrm.Charter;
using CandidateCrm.Fixtures;
using CandidateCrm.Json;
using CandidateCrm.Relationships;
using CandidateCrm.Tests.Json;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Relationships;

public sealed class EffectJsonTests
{
    private static readonly Config Many = Tries.Of(500);

    [Fact]
    public void What_was_written_reads_as_it_was() =>
        Prop.ForAll(Dice.Seeds, seed =>
        {
            var effect = Any(seed);

            return EffectJson.Read(EffectJson.Write(effect)) == effect;
        }).Check(Many);

    [Fact]
    public void A_damaged_document_is_read_or_refused_and_never_quoted() =>
        Prop.ForAll(Dice.Seeds, seed => Damage.IsReadOrRefused(EffectJson.Write(Any(seed)), seed, bytes => EffectJson.Read(bytes))).Check(Many);

    [Fact]
    public void A_task_is_readable() =>
        Assert.Equal(
            """{"schema":1,"rule":"decide","subject":"app-1","ordinal":2,"part":"task","intendedAt":"2026-03-09T17:00:00.000000Z","kind":"openTask","task":{"reason":"promise.broken","rule":"decide","subject":"app-1","dueAt":"2026-03-09T17:00:00.000000Z"}}""",
            EffectJson.Write(Task));

    [Fact]
    public void The_closing_of_a_task_names_the_effect_that_opened_it_and_why() =>
        Assert.Equal(
            """{"schema":1,"rule":"decide","subject":"app-1","ordinal":2,"part":"task-closed","intendedAt":"2026-03-09T17:00:00.000000Z","withheld":"mode.observe","kind":"closeTask","closes":{"rule":"decide","subject":"app-1","ordinal":2,"part":"task","reason":"promise.fulfilled_late"}}""",
            EffectJson.Write(Closing));

    [Theory]
    [InlineData("\"closeTask\"", "\"openTask\"")]
    [InlineData("\"ordinal\":2,\"part\":\"task\",", "\"ordinal\":0,\"part\":\"task\",")]
    [InlineData(",\"reason\":\"promise.fulfilled_late\"", "")]
    [InlineData("\"reason\"", "\"because\"")]
    [InlineData("\"withheld\":\"mode.observe\"", "\"withheld\":null")]
    [InlineData("\"withheld\":\"mode.observe\"", "\"withheld\":true")]
    public void A_closing_that_breaks_a_rule_is_refused(string right, string wrong)
    {
        var text = EffectJson.Write(Closing).Replace(right, wrong, StringComparison.Ordinal);

        Assert.NotEqual(EffectJson.Write(Closing), text);
        Assert.Throws<DocumentFault>(() => EffectJson.Read(text));
    }

    [Theory]
    [InlineData("\"openTask\"", "\"sendMessage\"")]
    [InlineData("\"schema\":1", "\"schema\":2")]
    public void A_kind_that_is_not_known_is_refused_as_too_new(string known, string unknown) =>
        Assert.Throws<DocumentTooNewException>(() => EffectJson.Read(EffectJson.Write(Task).Replace(known, unknown, StringComparison.Ordinal)));

    [Theory]
    [InlineData("charter.promise_broken", "charter.promise_forgotten")]
    [InlineData("\"version\":1", "\"version\":2")]
    public void An_announced_event_that_is_not_known_is_refused_as_too_new(string known, string unknown) =>
        Assert.Throws<DocumentTooNewException>(() => EffectJson.Read(EffectJson.Write(Announcement).Replace(known, unknown, StringComparison.Ordinal)));

    [Fact]
    public void Only_derived_events_are_announced()
    {
        var text = EffectJson.Write(Announcement).Replace("charter.promise_broken", "lifecycle.employment_ended", StringComparison.Ordinal);

        Assert.Throws<DocumentFault>(() => EffectJson.Read(Encoding.UTF8.GetBytes(text)));
    }

    private static Effect Task => new()
    {
        Key = new EffectKey("decide", "app-1", 2, "task"),
        IntendedAt = Instant.FromUtc(2026, 3, 9, 17, 0),
        Intent = new OpenTask { Reason = "promise.broken", Rule = "decide", Subject = "app-1", DueAt = Instant.FromUtc(2026, 3, 9, 17, 0) },
    };

    private static Effect Closing => Task with
    {
        Key = new EffectKey("decide", "app-1", 2, "task-closed"),
        Intent = new CloseTask { Task = Task.Key, Reason = "promise.fulfilled_late" },
        Withheld = "mode.observe",
    };

    private static Effect Announcement => Task with
    {
        Intent = new Announce { Event = new PromiseBroken { Promise = new PromiseKey(ExpectationKey.From("decide"), "app-1", 2), DueAt = Task.IntendedAt } },
    };

    private static Effect Any(int seed)
    {
        var dice = new Dice(seed);
        return new Effect
        {
            Key = Key(dice),
            IntendedAt = dice.At,
            Withheld = dice.Coin ? null : dice.Text,
            Intent = dice.Below(3) switch
            {
                0 => new OpenTask { Reason = dice.Text, Rule = dice.Text, Subject = dice.Text, DueAt = dice.At },
                1 => new CloseTask { Task = Key(dice), Reason = dice.Text },
                _ => new Announce { Event = RandomEvent.Entries(dice).OfType<IDerivedEvent>().ToArray() is var derived ? derived[dice.Below(derived.Length)] : null! },
            },
        };
    }

    private static EffectKey Key(Dice dice) => new(dice.Code<ExpectationKey>().Value, dice.Text, 1 + dice.Below(9), dice.Code<ExpectationKey>().Value);
}
