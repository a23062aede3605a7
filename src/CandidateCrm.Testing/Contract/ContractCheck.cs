namespace CandidateCrm.Testing;

/// <summary>Compares for one contract case.</summary>
internal sealed class ContractCheck(string contractCase)
{
    internal void Same<T>(T expected, T came, string what)
    {
        if (!EqualityComparer<T>.Default.Equals(expected, came))
        {
            throw new ContractBrokenException(contractCase, $"{what} {expected}", $"{came}");
        }
    }

    internal void SameList(IEnumerable<string> expected, IEnumerable<string> came, string what)
    {
        string[] wanted = [.. expected];
        string[] got = [.. came];
        if (!wanted.AsSpan().SequenceEqual(got))
        {
            throw new ContractBrokenException(contractCase, $"{what} {List(wanted)}", List(got));
        }
    }

    internal void Holds(bool holds, string expected, string came)
    {
        if (!holds)
        {
            throw new ContractBrokenException(contractCase, expected, came);
        }
    }

    internal async Task<TException> RefusesAsync<TException>(Func<Task> act, string what)
        where TException : Exception
    {
        try
        {
            await act().ConfigureAwait(false);
        }
        catch (TException refusal)
        {
            return refusal;
        }

        throw new ContractBrokenException(contractCase, $"{typeof(TException).Name} for {what}", "no exception");
    }

    private static string List(string[] items) => $"[{string.Join(", ", items)}]";
}
