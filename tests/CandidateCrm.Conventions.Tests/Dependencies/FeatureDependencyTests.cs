namespace CandidateCrm.Conventions.Dependencies;

public sealed class FeatureDependencyTests
{
    private const string Prefix = "CandidateCrm.";

    [Fact]
    public void A_feature_uses_only_what_the_table_allows() =>
        Convention.Holds("features", Faults(Repository.Packages.SelectMany(package => package.Assembly.GetTypes())));

    [Fact]
    public void Every_feature_in_the_table_uses_and_is_used_by_features_of_the_table()
    {
        var unknown = FeatureTable.Rows.SelectMany(row => row.Value).Concat(FeatureTable.ForAll).Concat(FeatureTable.Closed).Concat(FeatureTable.WithoutStorage)
            .Where(name => name != FeatureTable.Everything && !FeatureTable.Rows.ContainsKey(name));

        Assert.Empty(unknown);
    }

    [Theory]
    [InlineData("Engagement", "Storage")]
    [InlineData("Calendars", "Storage")]
    [InlineData("Lifecycle", "Storage")]
    [InlineData("Insights", "Storage")]
    [InlineData("Calendars", "Timeline")]
    [InlineData("Calendars", "Charter")]
    [InlineData("Nowhere", "Candidates")]
    public void What_the_table_forbids_is_refused_with_a_sentence(string user, string used) =>
        Assert.Contains(user, FeatureTable.Refusal(user, used), StringComparison.Ordinal);

    [Theory]
    [InlineData("Charter", "Calendars")]
    [InlineData("Charter", "Applications")]
    [InlineData("Engagement", "Timeline")]
    [InlineData("Calendars", "Candidates")]
    [InlineData("Relationships", "Charter")]
    [InlineData("Storage", "Sequences")]
    public void What_the_table_allows_is_not_refused(string user, string used) => Assert.Null(FeatureTable.Refusal(user, used));

    [Theory]
    [InlineData(typeof(Calendars.UsesInASignature))]
    [InlineData(typeof(Calendars.UsesInABody))]
    [InlineData(typeof(Calendars.UsesAsAnArgument))]
    [InlineData(typeof(Calendars.UsesInAnIterator))]
    public void A_use_is_found_wherever_it_hides(Type user)
    {
        var types = user.Assembly.GetTypes().Where(type => type == user || type.DeclaringType == user);

        Assert.Contains(Faults(types), fault => fault.Sentence.StartsWith("Calendars must not use Applications", StringComparison.Ordinal));
    }

    [Fact]
    public void A_use_of_the_features_own_types_is_no_fault() => Assert.Empty(Faults([typeof(Calendars.UsesItself)]));

    private static IEnumerable<Fault> Faults(IEnumerable<Type> types) =>
        from type in types
        let user = Feature(type)
        where user is not null && !FeatureTable.IsSeam(Outermost(type).Name)
        from pair in UsedTypes.Of(type)
        let used = Feature(pair.Used)
        where used is not null
        let refusal = FeatureTable.Refusal(user, used)
        where refusal is not null
        select new Fault("features", $"{type.FullName} uses {pair.Used.FullName}", $"{refusal} (in {pair.Member})");

    /// <summary>Gets the first word after CandidateCrm; what stands directly in CandidateCrm (the builder, the entry) puts features together and is free.</summary>
    private static string? Feature(Type type)
    {
        var name = type.Namespace;
        return name is not null && name.StartsWith(Prefix, StringComparison.Ordinal) ? name[Prefix.Length..].Split('.')[0] : null;
    }

    private static Type Outermost(Type type) => type.DeclaringType is { } outer ? Outermost(outer) : type;
}
