namespace CandidateCrm.Tests.Timeline;

/// <summary>Has a process die at every call of its store, one call in each run.</summary>
internal static class EveryCrash
{
    /// <summary>Every run ends with what the undisturbed one ends with.</summary>
    /// <param name="run">Runs with the number of the call that fails, 0 for none; returns what there is in the end, and how many calls were made.</param>
    /// <param name="least">The least number of calls of the undisturbed run.</param>
    /// <param name="most">The largest number of them.</param>
    internal static async Task ChangesNothingAsync(Func<int, Task<(string Text, int Calls)>> run, int least, int most)
    {
        var undisturbed = await run(0);
        Assert.InRange(undisturbed.Calls, least, most);
        for (var call = 1; call <= undisturbed.Calls; call++)
        {
            Assert.Equal((call, undisturbed.Text), (call, (await run(call)).Text));
        }
    }
}
