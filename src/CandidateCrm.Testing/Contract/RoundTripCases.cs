using System.Collections.Immutable;
using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Relationships;
using CandidateCrm.Storage;
using CandidateCrm.Timeline;
using NodaTime;
using static CandidateCrm.Testing.Samples;

namespace CandidateCrm.Testing;

internal static class RoundTripCases
{
    internal static IReadOnlyList<ContractCase<StoreUnderTest>> All()
    {
        var cases = new StoreCases();
        AddStates(cases);
        AddEvents(cases);
        AddTexts(cases);
        AddEffects(cases);
        return cases.All;
    }

    private static void AddStates(StoreCases cases)
    {
        cases.Add("Every slice of a relationship comes back as it was written", async c =>
        {
            var written = StateSamples.Full(Anna);
            await c.WriteAsync(Change(Anna, 0) with { Next = written }).ConfigureAwait(false);
            c.Check.SameList(StateText.Of(written), StateText.Of((await c.LoadAsync(Anna).ConfigureAwait(false))!), "the state");
        });
        cases.Add("A relationship without slices comes back without them", async c =>
        {
            await c.WriteAsync(Change(Anna, 0)).ConfigureAwait(false);
            c.Check.SameList(StateText.Of(Relationship.Empty(Anna)), StateText.Of((await c.LoadAsync(Anna).ConfigureAwait(false))!), "the state");
        });
    }

    private static void AddEvents(StoreCases cases)
    {
        cases.Add("Every kind of entry comes back as it was written", async c =>
        {
            var entries = EntrySamples.All();
            c.Check.SameList(
                EntryTypes.All.Select(t => t.Name).Order(StringComparer.Ordinal),
                entries.Select(EntryTypes.NameOf).Order(StringComparer.Ordinal),
                "a sample of every kind");
            var events = entries.Select((e, i) => Event(Anna, $"e{i:00}", Monday, e)).ToArray();
            await c.WriteAsync(Change(Anna, 0, events)).ConfigureAwait(false);
            var read = await c.ReadAsync(Anna, withDerived: true).ConfigureAwait(false);
            c.Check.Same(events.Length, read.Count, "the number of events");
            for (var i = 0; i < events.Length; i++)
            {
                c.Check.Holds(events[i].Entry.Equals(read[i].Entry), $"the same {EntryTypes.NameOf(events[i].Entry)}", $"{read[i].Entry}");
            }
        });
        cases.Add("The envelope of an event comes back as it was written", async c =>
        {
            var written = Fact(Anna, "application:1 «ä»") with
            {
                Origin = CandidateId.From("anna-before-the-merge"),
                OccurredAt = Monday + Duration.FromTicks(10),
                RecordedAt = Monday + Duration.FromTicks(20),
                SourceOrder = -3,
                Precision = Precision.Day,
                Actor = Actor.Of(PersonId.From("recruiter-7")),
                Source = SourceCode.From("import"),
                Correlation = CorrelationId.From("thread 1"),
                Batch = BatchId.From("batch 1"),
                Trust = Trust.Claimed,
            };
            var derived = Derived(Anna, "d") with { Cause = written.Id, Ordinal = 9, Correlation = CorrelationId.From("thread 1") };
            await c.WriteAsync(Change(Anna, 0, written, derived)).ConfigureAwait(false);
            var read = await c.ReadAsync(Anna, withDerived: true).ConfigureAwait(false);
            c.Check.Same(derived with { Origin = derived.Origin }, read[0] with { Origin = read[0].Origin }, "the derived event");
            c.Check.Same(written, read[1], "the fact");
        });
    }

    private static void AddTexts(StoreCases cases)
    {
        cases.Add("A personal part comes back as it was written", async c =>
        {
            var fields = ImmutableSortedDictionary<string, string>.Empty.WithComparers(StringComparer.Ordinal).Add("B", "line 1\nline 2").Add("a", "«ä» 😀").Add("empty", string.Empty);
            var part = new PersonalPart { Fields = fields };
            await c.WriteAsync(Change(Anna, 0, Fact(Anna, "a") with { Personal = part })).ConfigureAwait(false);
            var read = await c.ReadAsync(Anna).ConfigureAwait(false);
            c.Check.Same(part, read[0].Personal, "the personal part");
        });
        cases.Add("An entry of an unknown kind or version comes back byte for byte", async c =>
        {
            var unknown = new UnknownEntry { Name = "survey.sent", Version = 3, Data = """{ "score" : 1.50, "text":"«ä»", "score" : 2 }""" };
            var newer = new UnknownEntry { Name = "offer.made", Version = 99, Data = "{}" };
            await c.WriteAsync(Change(Anna, 0, Event(Anna, "a", Monday, unknown), Event(Anna, "b", Monday, newer))).ConfigureAwait(false);
            var read = await c.ReadAsync(Anna).ConfigureAwait(false);
            c.Check.Holds(unknown.Equals(read[0].Entry) && newer.Equals(read[1].Entry), "the same entries", $"{read[0].Entry}, {read[1].Entry}");
        });
    }

    private static void AddEffects(StoreCases cases)
    {
        cases.Add("Every kind of intent comes back as it was written", async c =>
        {
            var announced = new PromiseBroken { Promise = new PromiseKey(ExpectationKey.From("decide-application"), "app-1", 1), DueAt = Monday };
            var announce = new Effect { Key = new EffectKey("decide-application", "app/1:#2 «ä»", 7, "announce.promise_broken"), Intent = new Announce { Event = announced }, IntendedAt = Monday + Duration.FromTicks(10) };
            var close = announce with { Key = new EffectKey("decide-application", "app/1:#2 «ä»", 7, "task-closed"), Intent = new CloseTask { Task = KeyOf("x"), Reason = "promise.fulfilled_late" } };
            await c.WriteAsync(Wanting(Anna, 0, EffectChange.Wanted(announce), Want("x"), EffectChange.Wanted(close))).ConfigureAwait(false);
            var read = await c.Store.ReadEffectsAsync(EffectQuery.Of(Anna), CancellationToken.None).ConfigureAwait(false);
            c.Check.SameList([announce.Key.ToString(), close.Key.ToString(), KeyOf("x").ToString()], read.Select(e => e.Effect.Key.ToString()), "the keys");
            c.Check.Same(announce, read[0].Effect, "the announcement");
            c.Check.Same(EffectNamed("x"), read[2].Effect, "the task");
            c.Check.Same(close, read[1].Effect, "the closing of the task");
        });
        cases.Add("An effect that was withheld comes back with the reason", async c =>
        {
            var withheld = EffectNamed("x") with { Withheld = "mode.observe" };
            await c.WriteAsync(Wanting(Anna, 0, EffectChange.ForTheRecord(withheld))).ConfigureAwait(false);
            var read = await c.Store.ReadEffectsAsync(EffectQuery.Of(Anna), CancellationToken.None).ConfigureAwait(false);
            c.Check.Same(withheld, read[0].Effect, "the effect");
        });
    }
}
