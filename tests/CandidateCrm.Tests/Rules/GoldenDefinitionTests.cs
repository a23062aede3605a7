using CandidateCrm.Rules;
using CandidateCrm.Tests.Json;

namespace CandidateCrm.Tests.Rules;

/// <summary>Definitions as they were once published. A hash that changes would orphan what is stored under it.</summary>
public sealed class GoldenDefinitionTests
{
    public static TheoryData<string, string> Hashes => new()
    {
        { "settings.v1", "421df4f57305d50322c7f1a07d9090fe42a94874f6cabc664b7a4eeb3c5602ab" },
        { "lifecycle.v1", "1bd48fffb4abb994bb7e3ae3ff18a1dcc3515b0fa2565d37765754abb63f4e2f" },
        { "pipeline.v1", "e4a48dfa5bc04026d686650a65025fe28c9a97b163a1871f50d4d5d2c2b69cca" },
        { "pipeline.v1.reminders", "2368fff63bb2f7b9367ddbd00b8bca8f1184dc087773fd3e451fc6a5e70e38e8" },
        { "pipeline.rules.v1", "76fe06a862fefb9f9704004ab3b86c35b698f24e0c08c87658a250fd22f9085e" },
        { "dispositions.v1", "815f37e0febb5aaeceeb259ac56a67edd55f60f5767fc190ea67536eb1abb795" },
        { "calendar.v1", "b5ad28b11b60271ccbd6b0907b7d376b7505cc1deab0036998981e2a0a32c523" },
        { "zone.v1", "d2b2f7cd452e4a08ab988d8a95962607fd5358f2c7570148ca7279f18be6b924" },
        { "calendar-layered.v1", "d67c1babb2607b6816175cae32cfd38756d88f9b133cd83ca454c23b3d1d1960" },
        { "expectation.v1", "8a271193225d828e02c20d7f8782dcdaa6b62932c0ef08fa05efad88e0b1de14" },
        { "expectation-levels.v1", "2b88e43ba642aa5928b75185b91edaba1bf9b4878b2e15a12ef80183ef11df7d" },
        { "expectation-prohibition.v1", "0d7704b285a26e1b8431eac8c38baa6fc11a5eebf0ab864ac6b56cf1489c6ca1" },
        { "fit.v1", "0142aa1bfa57c135035adabc2bb20ad06b713dda361f9f47c9a754ec56237096" },
        { "experience.v1", "48fa19e0fe87666d78691d1053e7ba196a5343120ecef97108536100266df0b2" },
        { "attribute.v1", "f07cdee6470eb7964aaac30201d7b5f858bfce0fecb326690a70e7bac32800e1" },
        { "segment.v1", "5496457b0c0723d087687ef7dbff8176311ef1f15f37fbc168f6b1bacff2153d" },
        { "segment-json.v1", "781a28164a04037cd17e65abc6cf9e445edb793e121f69b8ef6bb41c3870d1a7" },
        { "score.v1", "eefb3d6396d86179f3b694d24ae69129ead8bbae6e64399f5a1e870c622e8918" },
    };

    [Theory]
    [MemberData(nameof(Hashes))]
    public void A_published_definition_is_read_and_written_as_it_was_under_its_hash(string name, string hash)
    {
        var text = GoldenFiles.Read("Rules", name);
        var read = DefinitionForms.Read(text);

        Assert.True(read.SaysTheSameAs(GoldenDefinitions.All[name]));
        Assert.Equal(new DefinitionDocument { Hash = DefinitionHash.From(hash), Kind = read.Name.Kind, Json = text }, DefinitionJson.DocumentOf(GoldenDefinitions.All[name]));
    }

    [Fact]
    public void Every_kind_has_a_published_definition()
    {
        Assert.Equal(Hashes.Select(row => (string)row[0]).Order(StringComparer.Ordinal), GoldenFiles.Names("Rules").Order(StringComparer.Ordinal));
        Assert.Equal(GoldenDefinitions.All.Keys.Order(StringComparer.Ordinal), GoldenFiles.Names("Rules").Order(StringComparer.Ordinal));
    }
}
