namespace CandidateCrm.Testing;

/// <summary>Collects the cases of one part of the contract.</summary>
internal sealed class StoreCases
{
    private readonly List<ContractCase<StoreUnderTest>> _cases = [];

    internal IReadOnlyList<ContractCase<StoreUnderTest>> All => _cases;

    internal void Add(string name, Func<StoreExamination, Task> body) =>
        _cases.Add(new ContractCase<StoreUnderTest>(name, (check, examined) => body(new StoreExamination(check, examined))));
}
