using CandidateCrm.Candidates;
using CandidateCrm.Charter;
using CandidateCrm.Engagement;
using CandidateCrm.Rules;
using CandidateCrm.Tests.Relationships;

namespace CandidateCrm.Tests.Model;

/// <summary>What tenants publish. Every expectation and score of the second tenant bears its name, so that none can be mistaken for one of the first.</summary>
internal static class ModelRules
{
    internal const string Mark = "-globex";

    private static readonly CrmRules[] OfGlobex = [.. RuleVariations.Pool.Select(Marked)];

    internal static CrmRules Of(TenantId tenant, CrmRules rules) => tenant == ModelWorld.Globex ? OfGlobex[Array.IndexOf(RuleVariations.Pool, rules)] : rules;

    private static CrmRules Marked(CrmRules rules) => rules with
    {
        Expectations = [.. rules.Expectations.Select(e => e with { Key = ExpectationKey.From(e.Key.Value + Mark) })],
        Scores = [.. rules.Scores.Select(s => s with { Key = ScoreKey.From(s.Key.Value + Mark) })],
    };
}
