using System.Globalization;
using CandidateCrm.Candidates;
using CandidateCrm.Rules;
using NodaTime;

namespace CandidateCrm.Segments.Indexing;

/// <summary>An index of candidates under one version of a tenant's rules, and up to where it has followed the feed.</summary>
internal sealed class CandidateIndex
{
    private readonly CrmRules _rules;
    private Instant _nextChange = Instant.MaxValue;

    internal CandidateIndex(TenantId tenant, CrmRules rules, long rulesPosition)
        : this(new SegmentIndex<CandidateView>(RelationshipSchema.Of(rules), tenant, CandidateMoves.Of(RelationshipSchema.Of(rules))), rules, rulesPosition)
    {
    }

    private CandidateIndex(SegmentIndex<CandidateView> index, CrmRules rules, long rulesPosition) => (Index, _rules, RulesPosition, Segments) = (index, rules, rulesPosition, TenantSegments.Of(rules));

    internal SegmentIndex<CandidateView> Index { get; }

    internal long RulesPosition { get; }

    internal TenantSegments Segments { get; }

    internal DateTimeZone Zone => _rules.Zone;

    /// <summary>Gets or sets the place of the feed up to which it has taken in everything.</summary>
    internal string? Cursor { get; set; }

    /// <summary>Gets where it stands, for a snapshot.</summary>
    internal string Position => string.Create(CultureInfo.InvariantCulture, $"{RulesPosition} {Cursor}");

    /// <summary>Makes one of a snapshot; null where its position is none.</summary>
    internal static CandidateIndex? Restored(SegmentIndex<CandidateView> index, CrmRules rules, string? position)
    {
        var parts = position?.Split(' ', 2) ?? [];
        return parts.Length == 2 && long.TryParse(parts[0], NumberStyles.None, CultureInfo.InvariantCulture, out var rulesPosition)
            ? new CandidateIndex(index, rules, rulesPosition) { Cursor = parts[1].Length > 0 ? parts[1] : null, _nextChange = Instant.MinValue }
            : null;
    }

    internal bool IsUnder(CrmRules rules) => ReferenceEquals(_rules, rules);

    internal void Take(IReadOnlyList<KeyValuePair<string, CandidateView>> views, IEnumerable<string> gone)
    {
        Index.Change(views, gone, asOf: null);
        foreach (var (_, view) in views)
        {
            _nextChange = view.Relationship.NextChangeAt is { } at ? Instant.Min(_nextChange, at) : _nextChange;
        }
    }

    /// <summary>Returns whom time alone has changed up to an instant.</summary>
    internal HashSet<string> DueBy(Instant now)
    {
        var due = new HashSet<string>(StringComparer.Ordinal);
        if (_nextChange > now)
        {
            return due;
        }

        _nextChange = Instant.MaxValue;
        foreach (var chunk in Index.Version.Chunks)
        {
            for (var row = 0; row < chunk.Rows; row++)
            {
                var at = chunk.Kept![row].Relationship.NextChangeAt ?? Instant.MaxValue;
                if (at <= now)
                {
                    due.Add(chunk.Keys[row]);
                }
                else
                {
                    _nextChange = Instant.Min(_nextChange, at);
                }
            }
        }

        return due;
    }

    internal IEnumerable<string> Ids() => Index.Version.Chunks.SelectMany(chunk => chunk.Keys.ToArray(0, chunk.Rows)).ToArray();
}
