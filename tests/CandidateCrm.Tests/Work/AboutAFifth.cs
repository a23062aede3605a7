namespace CandidateCrm.Tests.Work;

/// <summary>Pauses after failures are what the options say, up to a fifth more or less.</summary>
internal static class AboutAFifth
{
    internal static void IsAbout(this Duration pause, Duration expected) => Assert.InRange(pause, expected * 0.8, expected * 1.2);

    /// <summary>Expects pauses between instants, when somebody looks once in a while.</summary>
    internal static void AreAbout(this IReadOnlyList<Instant> tries, Duration look, params Duration[] pauses)
    {
        Assert.Equal(pauses.Length + 1, tries.Count);
        for (var i = 0; i < pauses.Length; i++)
        {
            Assert.InRange(tries[i + 1] - tries[i], pauses[i] * 0.8, (pauses[i] * 1.2) + look);
        }
    }
}
