using CandidateCrm.Candidates;
using CandidateCrm.Fixtures;
using CandidateCrm.Json;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Storage;
using CandidateCrm.Tests.Json;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Tests.Timeline;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;

namespace CandidateCrm.Tests.Rules;

/// <summary>The decision beside one that looks at every pause, and the stored form.</summary>
public sealed class PauseBoardProperties
{
    private static readonly Config Many = Tries.Of(1_000);
    private static readonly FeatureCode[] Features = [FeatureCode.Charter, FeatureCode.Engagement];
    private static readonly DefinitionName[] Definitions = [new(DefinitionKind.Expectation, "a"), new(DefinitionKind.Score, "a"), new(DefinitionKind.Expectation, "b")];
    private static readonly Channel[] Channels = [Channel.From("email"), Channel.From("sms")];
    private static readonly CandidateId[] Candidates = [CandidateId.From("anna"), CandidateId.From("ben")];

    [Fact]
    public void Something_is_held_exactly_where_one_of_the_pauses_in_force_names_it_and_by_the_longest() =>
        Prop.ForAll(Dice.Seeds, seed =>
        {
            var dice = new Dice(seed);
            var now = Histories.Start + Duration.FromMinutes(dice.Below(10));
            var pauses = Enumerable.Range(0, dice.Below(6)).Select(_ => AnyPause(dice)).DistinctBy(p => p.Scope).ToArray();
            var board = new PauseBoard(
                pauses.Where(p => p.Scope == PauseScope.Installation).ToDictionary(p => p.Scope),
                pauses.Where(p => p.Scope != PauseScope.Installation).ToDictionary(p => p.Scope));
            var origin = new EffectOrigin
            {
                Candidate = Pick(dice, Candidates),
                Feature = dice.Coin ? Pick(dice, Features) : default,
                Definition = dice.Coin ? Pick(dice, Definitions) : null,
                Channel = dice.Coin ? Pick(dice, Channels) : default,
            };
            var expected = pauses.Where(p => Names(p.Scope, origin) && (p.Until is null || p.Until > now)).ToArray();
            var holding = board.Holding(origin, now);

            return holding is null
                ? expected.Length == 0
                : expected.Contains(holding) && expected.All(p => holding.Until is null || p.Until <= holding.Until);
        }).Check(Many);

    [Fact]
    public void A_channel_is_held_for_who_sends_on_it()
    {
        var pause = new Pause { Scope = PauseScope.Of(Channels[0]), By = Actor.Host, Why = "Bounces.", Since = Histories.Start };
        var board = new PauseBoard(new Dictionary<PauseScope, Pause>(), new Dictionary<PauseScope, Pause> { [pause.Scope] = pause });

        Assert.Same(pause, board.Holding(new EffectOrigin { Candidate = Candidates[0], Channel = Channels[0] }, Histories.Start));
        Assert.Null(board.Holding(new EffectOrigin { Candidate = Candidates[0], Channel = Channels[1] }, Histories.Start));
        Assert.Null(board.Holding(new EffectOrigin { Candidate = Candidates[0] }, Histories.Start));
    }

    [Fact]
    public void Every_event_that_can_be_announced_belongs_to_the_feature_that_its_name_begins_with() =>
        Prop.ForAll(Dice.Seeds, seed =>
        {
            foreach (var derived in RandomEvent.Entries(new Dice(seed)).OfType<IDerivedEvent>())
            {
                // Random numbers begin at 0; those of what happened at 1.
                if (NumberOf(derived) < 1 || AnnouncementKeys.Of(derived) is not { } key)
                {
                    continue;
                }

                var origin = EffectOrigin.Of(Record(key, new Announce { Event = derived }));
                var feature = EntryTypes.NameOf(derived).Split('.')[0] is var name and not ("interview" or "offer") ? name : FeatureCode.Applications.Value;
                Assert.Equal(FeatureCode.All.Any(f => f.Value == feature) ? feature : "(unassigned)", origin.Feature.ToString());
                Assert.Equal(origin.Feature == FeatureCode.Charter || origin.Feature == FeatureCode.Engagement ? key.Rule : null, origin.Definition?.Key);
            }
        }).Check(Tries.Of(20));

    private static int NumberOf(IDerivedEvent derived) => derived.GetType().GetProperty("Ordinal")?.GetValue(derived) is int number ? number : 1;

    [Theory]
    [InlineData("check-in")]
    [InlineData("close-check-in")]
    [InlineData("close-unfounded-check-in")]
    public void Tasks_of_check_ins_belong_to_the_lifecycle(string part)
    {
        var origin = EffectOrigin.Of(Record(new EffectKey("onboarding-day.30", "app-1", 2, part), new CloseTask { Task = new EffectKey("onboarding-day.30", "app-1", 2, "check-in"), Reason = "lifecycle.employment_ended" }));

        Assert.Equal((FeatureCode.Lifecycle, null), (origin.Feature, origin.Definition));
    }

    [Theory]
    [InlineData("task")]
    [InlineData("close")]
    [InlineData("close-unfounded")]
    public void Tasks_belong_to_the_expectation_that_opens_and_closes_them(string part)
    {
        var origin = EffectOrigin.Of(Record(new EffectKey("decide-application", "app-1", 2, part), new CloseTask { Task = new EffectKey("decide-application", "app-1", 2, "task"), Reason = "promise.voided" }));

        Assert.Equal((FeatureCode.Charter, new DefinitionName(DefinitionKind.Expectation, "decide-application"), Histories.Anna.Candidate), (origin.Feature, origin.Definition, origin.Candidate));
    }

    [Fact]
    public void A_part_that_is_not_known_belongs_to_its_candidate_and_tenant_alone()
    {
        var origin = EffectOrigin.Of(Record(new EffectKey("x", "y", 1, "z"), new CloseTask { Task = new EffectKey("x", "y", 1, "task"), Reason = "r" }));

        Assert.Equal((false, null), (origin.Feature.IsAssigned, origin.Definition));
    }

    [Fact]
    public void A_pause_that_was_written_reads_as_it_was() =>
        Prop.ForAll(Dice.Seeds, seed => AnyStored(new Dice(seed)) is var pause && PauseJson.Read(PauseJson.Write(pause)) == pause).Check(Many);

    [Fact]
    public void A_damaged_pause_is_read_or_refused_and_never_quoted() =>
        Prop.ForAll(Dice.Seeds, seed => Damage.IsReadOrRefused(PauseJson.Write(AnyStored(new Dice(seed))), seed, bytes => PauseJson.Read(System.Text.Encoding.UTF8.GetString(bytes)))).Check(Many);

    [Fact]
    public void A_pause_of_a_later_version_is_refused_and_a_member_that_it_adds_is_passed_over()
    {
        var text = PauseJson.Write(new Pause { Scope = PauseScope.Tenant, By = Actor.Host, Why = "Why.", Since = Histories.Start });

        Assert.Equal("""{"schema":1,"scope":"tenant","why":"Why.","since":"2026-03-02T08:00:00.000000Z"}""", text);
        Assert.Equal(PauseJson.Read(text), PauseJson.Read(text.Replace("\"why\"", "\"mood\":{\"is\":[1]},\"why\"", StringComparison.Ordinal)));
        Assert.Throws<DocumentTooNewException>(() => PauseJson.Read(text.Replace("\"schema\":1", "\"schema\":2", StringComparison.Ordinal)));
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => PauseJson.Read(text.Replace("\"tenant\"", "\"none\"", StringComparison.Ordinal)));
        Assert.ThrowsAny<System.Text.Json.JsonException>(() => PauseJson.Read(text.Replace("\"tenant\"", "\"galaxy\"", StringComparison.Ordinal)));
    }

    private static Pause AnyPause(Dice dice) => new()
    {
        Scope = AnyScope(dice),
        By = Actor.Host,
        Why = "Why.",
        Since = Histories.Start,
        Until = dice.Coin ? null : Histories.Start + Duration.FromMinutes(dice.Below(10)),
    };

    private static Pause AnyStored(Dice dice) => AnyPause(dice) with
    {
        Why = dice.Text,
        By = dice.Coin ? Actor.Of(PersonId.From("olga")) : Actor.Crm,
        End = dice.Coin ? null : new PauseEnd { At = dice.At, By = dice.Coin ? Actor.Crm : Actor.Host, Why = dice.Text },
    };

    private static PauseScope AnyScope(Dice dice) => dice.Below(6) switch
    {
        0 => PauseScope.Installation,
        1 => PauseScope.Tenant,
        2 => PauseScope.Of(Pick(dice, Features)),
        3 => PauseScope.Of(Pick(dice, Definitions)),
        4 => PauseScope.Of(Pick(dice, Channels)),
        _ => PauseScope.Of(Pick(dice, Candidates)),
    };

    private static bool Names(PauseScope scope, EffectOrigin origin) => scope.Kind switch
    {
        PauseScopeKind.Feature => scope.Feature == origin.Feature,
        PauseScopeKind.Definition => scope.Definition == origin.Definition,
        PauseScopeKind.Channel => scope.Channel == origin.Channel,
        PauseScopeKind.Candidate => scope.Candidate == origin.Candidate,
        _ => true,
    };

    private static T Pick<T>(Dice dice, T[] from) => from[dice.Below(from.Length)];

    private static EffectRecord Record(EffectKey key, IIntent intent) =>
        new() { Relationship = Histories.Anna, Effect = new Effect { Key = key, Intent = intent, IntendedAt = Histories.Start }, Made = true, WantedAt = Histories.Start };
}
