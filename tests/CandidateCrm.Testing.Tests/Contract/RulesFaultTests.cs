namespace CandidateCrm.Testing.Tests.Contract;

public sealed class RulesFaultTests
{
    [Fact]
    public Task A_store_that_keeps_definitions_of_a_refused_publication() => FaultTests.BreaksAsync(
        c => new KeepsDefinitionsOfTheRefused(c),
        "A position that is taken is not published again, and nothing is written",
        "A position that leaves a gap is not published, and nothing is written");

    [Fact]
    public Task A_store_that_gives_positions_itself() => FaultTests.BreaksAsync(
        c => new CountsForItself(c),
        "A position that is taken is not published again, and nothing is written",
        "A position that leaves a gap is not published, and nothing is written",
        "A publication that was refused changes nothing for commits");

    [Fact]
    public Task A_store_that_believes_hashes() => FaultTests.BreaksAsync(
        c => new BelievesHashes(c),
        "A hash that is not that of the JSON is refused, and nothing is written");

    [Fact]
    public Task A_store_that_believes_manifests() => FaultTests.BreaksAsync(
        c => new BelievesManifests(c),
        "A definition of another tenant is never seen, and serves no manifest",
        "A manifest that names a definition that nobody supplied is refused by its name, and nothing is written");

    [Fact]
    public Task A_store_that_finds_definitions_of_other_tenants() => FaultTests.BreaksAsync(
        c => new LeaksDefinitions(c),
        "A definition of another tenant is never seen, and serves no manifest");

    [Fact]
    public Task A_store_that_forgets_publications_when_it_commits() => FaultTests.BreaksAsync(
        c => new ForgetsPublications(c),
        "After a publication a commit under an earlier position writes nothing, and one under the new position is written");
}
