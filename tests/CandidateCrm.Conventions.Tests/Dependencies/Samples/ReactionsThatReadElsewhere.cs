using CandidateCrm.Storage;

namespace CandidateCrm.Calendars;

// Break the rule of foreign reads on purpose: what its test must find.
internal sealed class ReadsTheStore(ICrmStore store)
{
    public override string ToString() => $"{store}";
}

internal sealed class ReadsRulesOnTheWay
{
    public override string ToString() => string.Join(',', new object[] { 1 }.OfType<IRulesStore>());
}

internal sealed class ReadsTheClock
{
    public IClock? Clock { get; init; }
}

internal sealed class ReadsThroughAnother
{
    public override string ToString() => Enumerable.Range(0, 1).Select(_ => new ReadsTheStore(null!).ToString()).First();
}

internal sealed class AsksTheContainer
{
    public static object? Ask(object container) => (container as IServiceProvider)?.GetService(typeof(string));
}
