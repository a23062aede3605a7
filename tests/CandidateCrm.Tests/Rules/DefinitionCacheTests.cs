using System.Runtime.CompilerServices;
using CandidateCrm.Applications;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;

namespace CandidateCrm.Tests.Rules;

public sealed class DefinitionCacheTests
{
    private readonly DefinitionCache _cache = new();

    [Fact]
    public void The_same_hash_gives_the_same_object_to_every_version_of_the_rules()
    {
        var first = RulesDocuments.Of(TestRules.Everything).Read(_cache).Rules!;
        var second = RulesDocuments.Of(TestRules.Everything with { Scores = [] }).Read(_cache).Rules!;

        Assert.Same(first.Expectations[0], second.Expectations[0]);
        Assert.Same(first.Calendars[0], second.Calendars[0]);
        Assert.Same(first.Lifecycle, second.Lifecycle);
        Assert.NotSame(first.Expectations[0], RulesDocuments.Of(TestRules.Everything).Read(new DefinitionCache()).Rules!.Expectations[0]);
    }

    [Fact]
    public void That_a_document_cannot_be_read_is_remembered()
    {
        var document = Document("{}");

        Assert.NotEmpty(_cache.Read(document).Faults);
        Assert.Same(_cache.Read(document), _cache.Read(document));
    }

    [Fact]
    public void A_text_under_a_foreign_hash_is_refused_and_harms_nobody()
    {
        var right = DefinitionJson.DocumentOf(Pipeline("right"));
        var wrong = DefinitionJson.DocumentOf(Pipeline("wrong")) with { Hash = right.Hash };

        Assert.Equal(RulesFaultCodes.HashDiffers, Assert.Single(_cache.Read(wrong).Faults).Code);
        Assert.Equal("pipeline/right", _cache.Read(right).Definition!.Name.ToString());
        Assert.Equal("pipeline/right", _cache.Read(wrong).Definition!.Name.ToString());
    }

    [Fact]
    public void What_nobody_holds_is_let_go()
    {
        var document = DefinitionJson.DocumentOf(Pipeline("p"));
        var gone = Unheld(document);

        for (var i = 0; i < 10 && gone.IsAlive; i++)
        {
            GC.Collect();
            GC.WaitForPendingFinalizers();
        }

        Assert.False(gone.IsAlive);
        Assert.NotNull(_cache.Read(document).Definition);
    }

    [Fact]
    public void Who_holds_the_content_alone_shares_it_still()
    {
        var document = DefinitionJson.DocumentOf(Pipeline("p"));
        var content = ContentOf(document);
        GC.Collect();

        Assert.Same(content, _cache.Read(document).Definition!.Content);
    }

    [Fact]
    public async Task Many_at_once_get_one_object()
    {
        var documents = Enumerable.Range(0, 600).Select(i => DefinitionJson.DocumentOf(Pipeline($"p{i}"))).ToList();

        var readings = await Task.WhenAll(Enumerable.Range(0, 4).Select(_ => Task.Run(() => documents.ConvertAll(_cache.Read))));

        Assert.All(Enumerable.Range(0, documents.Count), i => Assert.Single(readings.Select(each => each[i].Definition!.Content).Distinct(ReferenceEqualityComparer.Instance)));
        Assert.Equal(documents.Select((_, i) => $"pipeline/p{i}"), readings[0].Select(reading => reading.Definition!.Name.ToString()));
    }

    [Fact]
    public void More_refusals_than_are_remembered_are_still_refused() =>
        Assert.All(Enumerable.Range(2, 1_500), schema => Assert.Equal(RulesFaultCodes.TooNew, Assert.Single(_cache.Read(Document($$"""{"schema":{{schema}}}""")).Faults).Code));

    [MethodImpl(MethodImplOptions.NoInlining)]
    private WeakReference Unheld(DefinitionDocument document) => new(_cache.Read(document).Definition!.Content);

    [MethodImpl(MethodImplOptions.NoInlining)]
    private object ContentOf(DefinitionDocument document) => _cache.Read(document).Definition!.Content;

    private static DefinitionDocument Document(string json) => new() { Hash = DefinitionJson.HashOf(json), Kind = DefinitionKind.Pipeline, Json = json };

    private static Definition Pipeline(string key) =>
        Definition.Of(new PipelineDefinition { Key = PipelineKey.From(key), Stages = [new Stage { Key = StageKey.From("a"), Name = "A" }] });
}
