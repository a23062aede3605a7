using System.Collections.Immutable;
using System.Text;
using CandidateCrm.Applications;
using CandidateCrm.Fixtures;
using CandidateCrm.Lifecycle;
using CandidateCrm.Relationships;
using CandidateCrm.Rules;
using CandidateCrm.Segments;
using CandidateCrm.Tests.Relationships;
using CandidateCrm.Timeline;
using FsCheck;
using FsCheck.Fluent;
using static CandidateCrm.Lifecycle.PersonStory;

namespace CandidateCrm.Candidates;

/// <summary>Attributes that the host tells: country and skills may be used by rules, gender is protected, email is a contact.</summary>
public sealed class AttributeTests
{
    private static readonly RelationshipEngine Engine = new();

    [Fact]
    public void The_later_holds_and_what_is_not_named_stays()
    {
        var state = Told(Changed(null, Of("country", "DE"), Of("skills", AttributeValue.Texts("F#", "C#", "F#"))), Changed(null, Of("country", "AT")));

        Assert.Equal([("country", "AT")], state.Attributes.Where(each => each.Value.Type == AttributeType.Text).Select(each => (each.Name.Value, each.Value.AsText)));
        Assert.Equal(["C#", "F#"], state.ValueOf(FactCode.From("skills")).AsTexts.AsEnumerable());
        Assert.Equal(default, state.ValueOf(FactCode.From("years")));
    }

    [Theory]
    [InlineData(new[] { 2, 1 }, "first", 2)]
    [InlineData(new[] { 1, 2 }, "second", 2)]
    [InlineData(new[] { 2, 2 }, "second", 2)]
    [InlineData(new[] { 2, -1 }, "second", 2)]
    [InlineData(new[] { 2, -1, 1 }, "second", 2)]
    [InlineData(new[] { -1, 0 }, "second", 0)]
    public void An_older_row_version_never_overwrites_a_newer_one(int[] versions, string holds, int newest)
    {
        string[] values = ["first", "second", "third"];
        var state = Told([.. versions.Select((version, i) => Changed(version < 0 ? null : version, Of("country", values[i])))]);

        Assert.Equal([new RecordedAttribute { Name = FactCode.From("country"), Value = holds, RowVersion = newest }], state.Attributes.AsEnumerable());
    }

    [Fact]
    public void What_has_no_value_any_more_is_gone_and_its_row_version_stays_the_measure()
    {
        Assert.Empty(Told(Changed(null, Of("country", "DE")), Changed(null, Of("country", string.Empty))).Attributes);
        Assert.Empty(Told(Changed(null, Of("skills", AttributeValue.Texts("F#"))), Changed(null, Of("skills", AttributeValue.Texts([])))).Attributes);
        Assert.Equal([new RecordedAttribute { Name = FactCode.From("country"), RowVersion = 5 }], Told(Changed(5, Of("country", default)), Changed(4, Of("country", "DE"))).Attributes.AsEnumerable());
    }

    [Fact]
    public void What_is_not_declared_or_of_another_type_is_kept_and_noted()
    {
        var decision = Decided(TestRules.Everything, Changed(null, Of("country", 3), Of("favourite-colour", "red"), Of("skills", default)));

        Assert.Equal([(FindingCodes.AttributeTypeWrong, "country"), (FindingCodes.AttributeUndeclared, "favourite-colour")], Findings(decision));
        Assert.Equal(["country", "favourite-colour"], decision.Next.Candidate!.Attributes.Select(each => each.Name.Value));
    }

    [Fact]
    public void Beyond_a_hundred_only_what_is_declared_is_kept()
    {
        var many = Enumerable.Range(0, 100).Select(i => Of($"field-{i:000}", true)).ToArray();
        var decision = Decided(TestRules.Everything, Changed(null, many), Changed(null, Of("country", "DE"), Of("one-more", true)));

        Assert.Equal(101, decision.Next.Candidate!.Attributes.Length);
        Assert.Equal((FindingCodes.AttributesTooMany, "one-more"), Findings(decision).Last());
        Assert.Equal("DE", decision.Next.Candidate.ValueOf(FactCode.From("country")));
    }

    [Fact]
    public void Of_what_is_protected_the_relationship_keeps_nothing_and_of_a_contact_whether_there_is_one()
    {
        var decision = Decided(TestRules.Everything, Changed(7, Of("gender", "female"), Of("email", "anna@example.org")));

        Assert.Equal([(FindingCodes.AttributeProtected, "gender")], Findings(decision));
        Assert.Equal([new RecordedAttribute { Name = FactCode.From("email"), Value = true, RowVersion = 7 }], decision.Next.Candidate!.Attributes.AsEnumerable());
        Assert.DoesNotContain("anna@", RelationshipJson.Write(decision.Next), StringComparison.Ordinal);
        Assert.DoesNotContain("female", RelationshipJson.Write(decision.Next), StringComparison.Ordinal);
    }

    [Fact]
    public void Rules_that_protect_an_attribute_take_it_out_of_the_relationship_when_they_come_into_force()
    {
        var stricter = TestRules.Everything with { Attributes = [.. TestRules.Everything.Attributes.Select(each => each.Key.Value == "country" ? each with { Version = 2, Class = AttributeClass.Protected } : each)] };
        var log = ActivationLog.Of([new Activation { Position = 1, EffectiveFrom = Instant.MinValue, Rules = TestRules.Everything }, new Activation { Position = 2, EffectiveFrom = At("2026-03-10"), Rules = stricter }]);
        TimelineEvent[] told = [Histories.Event("a", At("2026-03-02"), Changed(null, Of("country", "DE"), Of("skills", AttributeValue.Texts("F#"))))];

        Assert.Equal(["country", "skills"], Names(Engine.Replay(Histories.Anna, told, log, At("2026-03-09")).Next));
        Assert.Equal(["skills"], Names(Engine.Replay(Histories.Anna, told, log, At("2026-03-10")).Next));
        Assert.Equal(["skills"], Names(Engine.Advance(Engine.Replay(Histories.Anna, told, log, At("2026-03-09")).Next, At("2026-03-11"), log).Next));
    }

    [Fact]
    public void Of_somebody_who_was_erased_no_attribute_is_kept()
    {
        Assert.Empty(Told(Changed(3, Of("country", "DE")), new CandidateErased(), Changed(4, Of("country", "AT"))).Attributes);
        Assert.DoesNotContain("DE", Changed(null, Of("country", "DE")).ToString(), StringComparison.Ordinal);
        Assert.DoesNotContain("DE", new RecordedAttribute { Name = FactCode.From("country"), Value = "DE" }.ToString(), StringComparison.Ordinal);
    }

    [Fact]
    public void A_value_of_a_fact_has_bounds()
    {
        Assert.Throws<ArgumentException>(() => Of("country", new string('x', FactField.LongestText + 1)));
        Assert.Throws<ArgumentException>(() => Of("country", "a\nb"));
        Assert.Throws<ArgumentException>(() => Of("skills", AttributeValue.Texts(Enumerable.Range(0, FactField.MostElements + 1).Select(i => $"{i}"))));
        Assert.Throws<ArgumentException>(() => Changed(null, Of("country", "DE"), Of("country", "AT")));
        Assert.Throws<ArgumentOutOfRangeException>(() => Changed(-1, Of("country", "DE")));
        Assert.Equal(At("2026-03-02"), Of("at", At("2026-03-02") + Duration.FromNanoseconds(999)).Value.AsInstant);
    }

    [Fact]
    public void In_whatever_order_changes_arrive_the_newest_version_holds_and_of_those_the_latest() =>
        Prop.ForAll(Cases, told =>
        {
            var live = new LiveFold(Engine);
            foreach (var one in told)
            {
                live.Tell(one, TestRules.Log);
            }

            var expected = Oracle(told);
            return Attributes(live.State).SequenceEqual(expected) && Attributes(Engine.Replay(Histories.Anna, told, TestRules.Log).Next).SequenceEqual(expected);
        }).Check(Tries.Of(300));

    [Fact]
    public void Taken_back_is_as_if_it_had_never_come_and_any_earlier_instant_is_what_was_told_by_then() =>
        Prop.ForAll(Cases, Arb.From(Gen.Choose(0, 11)), (told, which) =>
        {
            var gone = told[which % told.Length];
            var rest = told.Where(one => one.Id != gone.Id).ToArray();
            var back = Histories.Event("back", At("2026-12-01"), new FactsRetracted { Events = [gone.Id], Reason = ReasonCode.From("mistake") });
            var until = told.Max(one => one.OccurredAt) - Duration.FromDays(2);
            TimelineEvent[] earlier = [.. told.Where(one => one.OccurredAt <= until)];
            return Attributes(Engine.Replay(Histories.Anna, [.. told, back], TestRules.Log).Next).SequenceEqual(Oracle(rest))
                && (earlier.Length == 0 || Attributes(Engine.Replay(Histories.Anna, earlier, TestRules.Log, until).Next).SequenceEqual(Oracle(earlier)));
        }).Check(Tries.Of(300));

    [Fact]
    public void A_relationship_reads_its_attributes_as_it_wrote_them() =>
        Prop.ForAll(Cases, told =>
        {
            var state = Engine.Replay(Histories.Anna, told, TestRules.Log).Next;
            return Attributes(RelationshipJson.Read(Encoding.UTF8.GetBytes(RelationshipJson.Write(state)), state.Revision)).SequenceEqual(Attributes(state));
        }).Check(Tries.Of(100));

    private static Arbitrary<TimelineEvent[]> Cases { get; } = Arb.From(
        from count in Gen.Choose(1, 10)
        from facts in Gen.ArrayOf(
            from day in Gen.Choose(0, 6)
            from order in Gen.Choose(0, 2)
            from version in Gen.Elements<long?>(null, 1, 2, 3)
            from country in Gen.Elements<AttributeValue?>(null, "DE", "AT", default(AttributeValue))
            from skills in Gen.Elements<AttributeValue?>(null, AttributeValue.Texts("F#"), AttributeValue.Texts("C#", "F#"), default(AttributeValue), 5)
            select (day, order, version, country, skills), count)
        select facts.Select((f, i) => Histories.Event($"e{i}", Histories.Start + Duration.FromDays(f.day), Changed(f.version, [Of("other", i), .. Maybe("country", f.country), .. Maybe("skills", f.skills)]), f.order)).ToArray());

    /// <summary>Says of each attribute what holds: the last, of those that no newer version stands before.</summary>
    private static RecordedAttribute[] Oracle(IEnumerable<TimelineEvent> told) =>
    [
        .. from one in told.OrderBy(one => one.Place)
           let changed = (AttributesChanged)one.Entry
           from field in changed.Values
           group (field.Value, changed.RowVersion) by field.Name into changes
           let all = changes.ToArray()
           let holds = all.Where((change, i) => change.RowVersion is null || all.Take(i).All(before => before.RowVersion is null || before.RowVersion <= change.RowVersion)).Last()
           let newest = all.Max(change => change.RowVersion)
           where !holds.Value.IsNone || newest is not null
           orderby changes.Key.Value
           select new RecordedAttribute { Name = changes.Key, Value = holds.Value, RowVersion = newest },
    ];

    private static FactField[] Maybe(string name, AttributeValue? value) => value is { } given ? [Of(name, given)] : [];

    private static ImmutableArray<RecordedAttribute> Attributes(Relationship state) => state.Candidate?.Attributes ?? [];

    private static IEnumerable<string> Names(Relationship state) => Attributes(state).Select(each => each.Name.Value);

    private static (string Code, string Subject)[] Findings(Decision decision) => [.. decision.Derived.Select(one => one.Entry).OfType<FindingNoted>().Select(finding => (finding.Code, finding.Subject))];

    private static FactField Of(string name, AttributeValue value) => new(FactCode.From(name), value);

    private static AttributesChanged Changed(long? version, params FactField[] values) => new() { RowVersion = version, Values = [.. values] };

    private static CandidateSlice Told(params IFact[] facts) => Decided(TestRules.Everything, facts).Next.Candidate!;

    private static Decision Decided(CrmRules rules, params IFact[] facts) =>
        Engine.Replay(Histories.Anna, [.. facts.Select((fact, i) => Histories.Event($"e{i}", At("2026-03-02") + Duration.FromHours(i), fact))], ActivationLog.Always(rules));
}
