using CandidateCrm.Applications;

namespace CandidateCrm.Calendars;

// Breaks the table on purpose: what the test of the dependency rule must find.
internal sealed class UsesInASignature
{
    public StageKey? Stage { get; init; }
}

internal static class UsesInABody
{
    public static bool Body() => StageKey.TryFrom("screen", out _);
}

internal static class UsesAsAnArgument
{
    public static Dictionary<string, List<StageKey[]>> Argument() => [];
}

internal static class UsesInAnIterator
{
    public static IEnumerable<object> Iterator()
    {
        yield return 1;
        yield return StageKey.From("screen");
    }
}

internal sealed class UsesItself
{
    public UsesItself? Next { get; init; }

    public CalendarKey Key { get; init; }

    public int Depth() => Next is null ? 0 : Next.Depth() + 1;
}
