using System.Reflection;
using CandidateCrm.Calendars;

namespace CandidateCrm.Conventions.Dependencies;

/// <summary>
/// The state is a function of the timeline and the tenant's log: whatever a reaction reaches, by whatever ways, is no port, no clock and no
/// container. Calls are followed through all types of the library.
/// </summary>
public sealed class ForeignReadTests
{
    private static readonly Type[] Library = [.. Repository.Packages.SelectMany(package => package.Assembly.GetTypes())];
    private static readonly Type Reaction = Library.Single(type => type.FullName == "CandidateCrm.Relationships.Reaction");

    // What is told and what is wanted are interfaces as well; they are data.
    private static readonly string[] Data = ["ITimelineEntry", "IIntent", "IHostText`1"];

    [Fact]
    public void Nothing_that_a_reaction_uses_reads_anything_but_the_timeline_and_the_rules() =>
        Convention.Holds("foreign reads", Faults([.. Library.Where(type => type.IsSubclassOf(Reaction)), .. Library.Where(IsOfTheFold)]));

    [Fact]
    public void All_reactions_and_the_engine_are_looked_at()
    {
        var seen = Reached([.. Library.Where(type => type.IsSubclassOf(Reaction)), .. Library.Where(IsOfTheFold)]).Select(type => type.Name).ToHashSet();

        Assert.Superset(new HashSet<string> { "CharterReaction", "EngagementReaction", "LifecycleReaction", "ApplicationsReaction", "TasksReaction", "TimelineReaction" }, seen);
        Assert.Superset(new HashSet<string> { "RelationshipEngine", "Fold", "FoldPass", "PassRunner", "Draft", "CharterEngine", "CompiledRules", "CompiledCalendar", "ScoreEngine" }, seen);
    }

    [Theory]
    [InlineData(typeof(ReadsTheStore), "ICrmStore")]
    [InlineData(typeof(ReadsRulesOnTheWay), "IRulesStore")]
    [InlineData(typeof(ReadsTheClock), "IClock")]
    [InlineData(typeof(ReadsThroughAnother), "ICrmStore")]
    [InlineData(typeof(AsksTheContainer), "IServiceProvider")]
    public void A_foreign_read_is_found_wherever_it_hides(Type type, string port) =>
        Assert.Contains(Faults([type]), fault => fault.Where.EndsWith(port, StringComparison.Ordinal));

    private static bool IsOfTheFold(Type type) => type.FullName is "CandidateCrm.Relationships.RelationshipEngine" or "CandidateCrm.Relationships.Fold" or "CandidateCrm.Relationships.PassRunner";

    private static IEnumerable<Fault> Faults(Type[] roots) =>
        from user in Reached(roots)
        from pair in UsedTypes.Of(user)
        where IsForeign(pair.Used)
        select new Fault("foreign reads", $"{user.FullName} uses {pair.Used.FullName}", $"What reacts to a timeline reads nothing else; {pair.Used.Name} belongs into a service (in {pair.Member}).");

    /// <summary>Gets all types of the library, and of these samples, that some types use, directly or through others.</summary>
    private static HashSet<Type> Reached(Type[] roots)
    {
        var assemblies = Library.Select(type => type.Assembly).Append(typeof(ForeignReadTests).Assembly).ToHashSet();
        var reached = roots.ToHashSet();
        for (var waiting = new Queue<Type>(reached); waiting.TryDequeue(out var next);)
        {
            var nested = next.GetNestedTypes(BindingFlags.NonPublic).Where(type => type.Name.StartsWith('<'));
            foreach (var used in UsedTypes.Of(next).Select(pair => pair.Used).Concat(nested).Where(used => assemblies.Contains(used.Assembly) && !IsForeign(used)))
            {
                if (reached.Add(used))
                {
                    waiting.Enqueue(used);
                }
            }
        }

        return reached;
    }

    private static bool IsForeign(Type type) =>
        type.FullName is "NodaTime.IClock" or "NodaTime.SystemClock" or "System.IServiceProvider" or "System.TimeProvider" or "System.DateTime" or "System.Random"
        || (type.Namespace?.StartsWith("Microsoft.Extensions.", StringComparison.Ordinal) ?? false)
        || (type.IsInterface && type.IsPublic && Library.Contains(type) && !Data.Contains(type.Name) && !type.GetInterfaces().Any(parent => Data.Contains(parent.Name)));
}
