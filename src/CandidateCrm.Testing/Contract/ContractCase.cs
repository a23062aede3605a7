namespace CandidateCrm.Testing;

/// <summary>One sentence of a contract and the code that proves it. Needs no test framework: an exception says that it is broken.</summary>
/// <typeparam name="TUnderTest">What is examined.</typeparam>
public sealed class ContractCase<TUnderTest>
    where TUnderTest : IAsyncDisposable
{
    private readonly Func<ContractCheck, TUnderTest, Task> _body;

    internal ContractCase(string name, Func<ContractCheck, TUnderTest, Task> body)
    {
        Name = name;
        _body = body;
    }

    /// <summary>Gets the sentence; unique within a contract.</summary>
    public string Name { get; }

    /// <summary>Runs the case against something new.</summary>
    /// <param name="factory">Makes what is examined: empty, and of its own for each case.</param>
    /// <exception cref="ContractBrokenException">The sentence does not hold, or something else was thrown on the way.</exception>
    public async Task RunAsync(Func<ValueTask<TUnderTest>> factory)
    {
        ArgumentNullException.ThrowIfNull(factory);
        var examined = await factory().ConfigureAwait(false);
        await using (examined.ConfigureAwait(false))
        {
            try
            {
                await _body(new ContractCheck(Name), examined).ConfigureAwait(false);
            }
#pragma warning disable CA1031 // Whatever a store throws breaks the sentence that is examined.
            catch (Exception error) when (error is not ContractBrokenException)
#pragma warning restore CA1031
            {
                throw new ContractBrokenException(Name, "no exception", error.GetType().Name, error);
            }
        }
    }

    /// <summary>Returns the sentence.</summary>
    public override string ToString() => Name;
}
