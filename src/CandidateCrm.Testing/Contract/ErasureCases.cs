using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class ErasureCases
{
    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddPersonalParts(cases);
        AddRepetitions(cases);
        AddEverything(cases);
        AddNeighbours(cases);
        return cases.All;
    }

    private static void AddPersonalParts(StoreCases cases)
    {
        cases.Add("Erasing personal parts takes all of them, and says how many", async c =>
        {
            await WriteAsync(c).ConfigureAwait(false);
            var outcome = await c.EraseAsync(Anna, EraseScope.PersonalParts).ConfigureAwait(false);
            c.Check.Same(new EraseOutcome { PersonalParts = 2, Events = 0, EventsLeft = 4 }, outcome, "the outcome");
            var events = await c.ReadAsync(Anna, withDerived: true, withRetracted: true).ConfigureAwait(false);
            c.Check.Same(0, events.Count(e => e.Personal is not null), "the number of personal parts");
            var found = await c.ReadAsync(TimelineQuery.Of(Acme, EventId.From("a"))).ConfigureAwait(false);
            c.Check.Same(null, found[0].Personal, "the personal part by the id");
        });
        cases.Add("Erasing personal parts changes nothing else", async c =>
        {
            await WriteAsync(c).ConfigureAwait(false);
            var before = await c.ReadAsync(Anna, withDerived: true, withRetracted: true).ConfigureAwait(false);
            await c.EraseAsync(Anna, EraseScope.PersonalParts).ConfigureAwait(false);
            var after = await c.ReadAsync(Anna, withDerived: true, withRetracted: true).ConfigureAwait(false);
            c.Check.SameList(before.Select(e => $"{e} {e.Retracted}"), after.Select(e => $"{e} {e.Retracted}"), "the events");
            c.Check.Same(true, before.Zip(after).All(p => p.First.SameRulePart(p.Second)), "the rule parts the same");
            await c.HasEffectsAsync(Anna, "x Pending").ConfigureAwait(false);
            await c.HasRowsAsync(Anna, "y").ConfigureAwait(false);
            await c.AnswersAsync(CommitStatus.Replayed, Change(Anna, 1, Fact(Anna, "a"))).ConfigureAwait(false);
            c.Check.Same(1, await c.RevisionOfAsync(Anna).ConfigureAwait(false), "the revision");
        });
        cases.Add("Erasing personal parts of one candidate leaves those of the others", async c =>
        {
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "a") with { Personal = Note }), Change(Ben, 0, Fact(Ben, "b") with { Personal = Note })).ConfigureAwait(false);
            await c.EraseAsync(Anna, EraseScope.PersonalParts).ConfigureAwait(false);
            var events = await c.ReadAsync(Ben).ConfigureAwait(false);
            c.Check.Same(Note, events[0].Personal, "the personal part of somebody else");
        });
    }

    private static void AddRepetitions(StoreCases cases)
    {
        cases.Add("Erasing a second time erases nothing more", async c =>
        {
            await WriteAsync(c).ConfigureAwait(false);
            await c.EraseAsync(Anna, EraseScope.PersonalParts).ConfigureAwait(false);
            var parts = await c.EraseAsync(Anna, EraseScope.PersonalParts).ConfigureAwait(false);
            c.Check.Same(new EraseOutcome { PersonalParts = 0, Events = 0, EventsLeft = 4 }, parts, "the second outcome");
            await c.EraseAsync(Anna, EraseScope.Everything).ConfigureAwait(false);
            var everything = await c.EraseAsync(Anna, EraseScope.Everything).ConfigureAwait(false);
            c.Check.Same(Nothing, everything, "the last outcome");
        });
        cases.Add("Erasing what is not there is no error", async c =>
        {
            c.Check.Same(Nothing, await c.EraseAsync(Anna, EraseScope.PersonalParts).ConfigureAwait(false), "the outcome for personal parts");
            c.Check.Same(Nothing, await c.EraseAsync(Anna, EraseScope.Everything).ConfigureAwait(false), "the outcome for everything");
        });
    }

    private static void AddEverything(StoreCases cases)
    {
        cases.Add("Erasing everything takes state, timeline and effects, and says how much", async c =>
        {
            await WriteAsync(c).ConfigureAwait(false);
            var outcome = await c.EraseAsync(Anna, EraseScope.Everything).ConfigureAwait(false);
            c.Check.Same(new EraseOutcome { PersonalParts = 2, Events = 4, EventsLeft = 0 }, outcome, "the outcome");
            c.Check.Same(null, await c.LoadAsync(Anna).ConfigureAwait(false), "the state");
            c.Check.Same(0, (await c.ReadAsync(Anna, withDerived: true, withRetracted: true).ConfigureAwait(false)).Count, "the number of events");
            c.Check.Same(0, (await c.ReadAsync(TimelineQuery.Of(Acme, EventId.From("a"))).ConfigureAwait(false)).Count, "the number of events by the id");
            await c.HasEffectsAsync(Anna).ConfigureAwait(false);
        });
        cases.Add("After erasing everything no list has a row of the candidate", async c =>
        {
            await WriteAsync(c).ConfigureAwait(false);
            await c.EraseAsync(Anna, EraseScope.Everything).ConfigureAwait(false);
            await c.HasRowsAsync(Anna).ConfigureAwait(false);
        });
        cases.Add("After erasing everything no queue hands out anything of the candidate", async c =>
        {
            await WriteAsync(c).ConfigureAwait(false);
            await c.EraseAsync(Anna, EraseScope.Everything).ConfigureAwait(false);
            c.Clock.Advance(Duration.FromDays(1));
            await c.ClaimsAlarmsAsync().ConfigureAwait(false);
            await c.ClaimsEffectsAsync().ConfigureAwait(false);
        });
    }

    private static void AddNeighbours(StoreCases cases)
    {
        cases.Add("Erasing everything of one candidate leaves the others and the same id elsewhere", async c =>
        {
            await WriteAsync(c).ConfigureAwait(false);
            await c.WriteAsync(Change(Ben, 0, Fact(Ben, "e"))).ConfigureAwait(false);
            await c.WriteAsync(Change(AnnaElsewhere, 0, Fact(AnnaElsewhere, "a"))).ConfigureAwait(false);
            await c.EraseAsync(Anna, EraseScope.Everything).ConfigureAwait(false);
            await c.HasEventsAsync(Ben, "e").ConfigureAwait(false);
            await c.HasEventsAsync(AnnaElsewhere, "a").ConfigureAwait(false);
        });
        cases.Add("An erased candidate may come again as a new one", async c =>
        {
            await WriteAsync(c).ConfigureAwait(false);
            await c.EraseAsync(Anna, EraseScope.Everything).ConfigureAwait(false);
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "a"))).ConfigureAwait(false);
            await c.HasEventsAsync(Anna, "a").ConfigureAwait(false);
            c.Check.Same(1, await c.RevisionOfAsync(Anna).ConfigureAwait(false), "the revision");
        });
    }

    private static PersonalPart Note => PersonalPart.Of("note", "likes trains");

    private static EraseOutcome Nothing => new() { PersonalParts = 0, Events = 0, EventsLeft = 0 };

    private static Task WriteAsync(StoreExamination c) =>
        c.WriteAsync(Waking(
            Anna,
            0,
            c.Now,
            Fact(Anna, "a") with { Personal = Note },
            Fact(Anna, "b") with { Personal = Note },
            Act(Anna, "c"),
            Derived(Anna, "d")) with { Effects = [Want("x")], Index = [Row(Anna, 1, "y")] });
}
