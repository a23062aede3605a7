using System.Collections.Immutable;
using CandidateCrm.Candidates;

namespace CandidateCrm.Conventions.Privacy;

public sealed class PersonalDataTests
{
    [Fact]
    public void No_type_shows_personal_data_in_ToString() =>
        Convention.Holds("personal-data", PersonalDataRule.Silent(Repository.Packages.SelectMany(package => package.Assembly.GetTypes())));

    [Theory]
    [InlineData(typeof(Talkative))]
    [InlineData(typeof(TalkativeValue))]
    [InlineData(typeof(TalkativeAboutANestedRecord))]
    [InlineData(typeof(TalkativeAboutAList))]
    [InlineData(typeof(TalkativeThroughAnId))]
    public void A_type_that_shows_it_is_found(Type type) => Assert.Single(PersonalDataRule.Silent([type]));

    [Theory]
    [InlineData(typeof(Discreet))]
    [InlineData(typeof(DiscreetPrinter))]
    [InlineData(typeof(Unmarked))]
    public void A_type_that_keeps_silent_passes(Type type) => Assert.Empty(PersonalDataRule.Silent([type]));

    [Fact]
    public void A_property_that_cannot_be_filled_is_not_passed_over() =>
        Assert.Contains("cannot fill", Assert.Single(PersonalDataRule.Silent([typeof(Opaque)])).Sentence, StringComparison.Ordinal);

    [Fact]
    public void A_ToString_that_fails_on_a_blank_value_is_not_passed_over() =>
        Assert.Contains("fails on a blank", Assert.Single(PersonalDataRule.Silent([typeof(Fragile)])).Sentence, StringComparison.Ordinal);

    public sealed record Talkative
    {
        [PersonalData]
        public required string Name { get; init; }
    }

    public readonly record struct TalkativeValue
    {
        [PersonalData]
        public string? Name
        {
            get;
            init => field = value?.Length > 3 ? throw new ArgumentException("Too long.", nameof(value)) : value;
        }
    }

    public sealed record TalkativeAboutANestedRecord
    {
        [PersonalData]
        public required Unmarked Contact { get; init; }
    }

    public sealed record TalkativeAboutAList
    {
        [PersonalData]
        public required ImmutableArray<string> Names { get; init; }

        public override string ToString() => string.Join(", ", Names);
    }

    public sealed record TalkativeThroughAnId
    {
        [PersonalData]
        public required CandidateId? Id { get; init; }
    }

    public sealed record Discreet
    {
        public required CandidateId Candidate { get; init; }

        [PersonalData]
        public required IReadOnlyDictionary<string, string> Fields { get; init; }

        public override string ToString() => $"{nameof(Discreet)} {Candidate}, {Fields.Count} fields";
    }

    public sealed record DiscreetPrinter
    {
        [PersonalData]
        public required string Name { get; init; }

        private bool PrintMembers(System.Text.StringBuilder builder)
        {
            builder.Append("Name = …, ").Append(Name.Length).Append(" characters");
            return true;
        }
    }

    public sealed record Unmarked
    {
        public required string Text { get; init; }
    }

    public sealed record Opaque
    {
        [PersonalData]
        public required Stream Photo { get; init; }

        public override string ToString() => nameof(Opaque);
    }

    public sealed record Fragile
    {
        [PersonalData]
        public required string Name { get; init; }

        public required string Other { get; init; }

        public override string ToString() => $"{nameof(Fragile)} {Other.Length}";
    }
}
