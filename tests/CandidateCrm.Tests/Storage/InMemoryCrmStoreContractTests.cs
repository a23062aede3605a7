using CandidateCrm.Storage;
using CandidateCrm.Testing;

namespace CandidateCrm.Tests.Storage;

public sealed class InMemoryCrmStoreContractTests
{
    public static TheoryData<string> Names => [.. StoreContract.Cases.Select(c => c.Name)];

    [Theory]
    [MemberData(nameof(Names))]
    public Task Keeps_the_contract(string name) => StoreContract.Cases.Single(c => c.Name == name).RunAsync(NewStore);

    [Fact]
    public void Every_case_has_a_name_of_its_own() =>
        Assert.Equal(StoreContract.Cases.Count, StoreContract.Cases.Select(c => c.Name).Distinct(StringComparer.Ordinal).Count());

    private static ValueTask<StoreUnderTest> NewStore()
    {
        var clock = new ManualClock();
        return new(StoreUnderTest.Of(new InMemoryCrmStore(clock), clock));
    }
}
