using CandidateCrm.Candidates;
using CandidateCrm.Segments.Indexing;
using NodaTime;

namespace CandidateCrm.Segments;

/// <summary>
/// Many candidates of one tenant in memory, as columns, for questions about all of them at once. What is put is read once, by the accessors of the schema; nothing of
/// the candidate itself is kept. Safe for concurrent use: changes wait for each other, questions for nobody, and each question sees one version.
/// </summary>
/// <typeparam name="T">What the rules are about.</typeparam>
public sealed class SegmentIndex<T>
{
    private readonly Lock _gate = new();
    private readonly TableMaker<T> _maker;
    private readonly MovingFields<T>? _moving;
    private IndexVersion<T> _version;

    /// <summary>Makes an empty index.</summary>
    public SegmentIndex(SegmentSchema<T> schema, TenantId tenant)
        : this(schema, tenant, moving: null)
    {
    }

    internal SegmentIndex(SegmentSchema<T> schema, TenantId tenant, MovingFields<T>? moving, IndexVersion<T>? version = null)
    {
        ArgumentNullException.ThrowIfNull(schema);
        Tenant = tenant.IsAssigned ? tenant : throw new ArgumentException("An index belongs to an assigned tenant; a host with one company uses TenantId.Single.", nameof(tenant));
        Schema = schema;
        _maker = new TableMaker<T>(schema);
        _moving = moving;
        _version = version ?? new IndexVersion<T>([], 0, asOf: null);
    }

    /// <summary>Gets the schema.</summary>
    public SegmentSchema<T> Schema { get; }

    /// <summary>Gets the tenant.</summary>
    public TenantId Tenant { get; }

    /// <summary>Gets the version that the next question sees.</summary>
    public IndexStamp Stamp => Version.Stamp;

    /// <summary>Gets how many bytes the columns take.</summary>
    public long Bytes => Version.Bytes;

    internal IndexVersion<T> Version => Volatile.Read(ref _version);

    internal MovingFields<T>? Moving => _moving;

    /// <summary>Gets how many rows lie together; fewer only so that tests see many chunks.</summary>
    internal int MostRows { get; init; } = IndexChunk<T>.MostRows;

    /// <summary>Puts a candidate, in the place of what was put under the same id.</summary>
    public void Put(string id, T candidate) => Change([new(id, candidate)], [], asOf: null);

    /// <summary>Puts many candidates, all of them seen at once; of one id the last counts.</summary>
    public void Put(IEnumerable<KeyValuePair<string, T>> candidates) => Change(candidates, [], asOf: null);

    /// <summary>Takes a candidate out.</summary>
    /// <returns>False where there was none.</returns>
    public bool Remove(string id)
    {
        ArgumentException.ThrowIfNullOrEmpty(id);
        lock (_gate)
        {
            var before = _version;
            Change([], [id], asOf: null);
            return _version.Count < before.Count;
        }
    }

    /// <summary>Takes candidates out and puts others, all of it seen at once.</summary>
    /// <param name="put">Who is put; of one id the last counts.</param>
    /// <param name="removed">Who is taken out, before anybody is put; ids that are not there are no harm.</param>
    /// <param name="asOf">Up to when the index knows then what happened; null to leave it as it was said before.</param>
    public void Change(IEnumerable<KeyValuePair<string, T>> put, IEnumerable<string> removed, Instant? asOf)
    {
        ArgumentNullException.ThrowIfNull(put);
        ArgumentNullException.ThrowIfNull(removed);
        var rows = new SortedDictionary<string, T>(StringComparer.Ordinal);
        foreach (var (id, candidate) in put)
        {
            ArgumentException.ThrowIfNullOrEmpty(id, nameof(put));
            rows[id] = candidate;
        }

        lock (_gate)
        {
            var editing = new ChunkEditing<T>(_version.Chunks, MostRows, Chunk);
            foreach (var id in removed)
            {
                editing.Remove(id);
            }

            editing.Put([.. rows]);
            Volatile.Write(ref _version, new IndexVersion<T>(editing.Result(), _version.Number + 1, asOf ?? _version.AsOf));
        }
    }

    /// <summary>Takes the present version for questions at one instant in one zone. It stays as it is while the index goes on.</summary>
    /// <param name="now">The instant.</param>
    /// <param name="zone">The zone in which days begin.</param>
    /// <param name="surroundings">Who is in which segment, needed where a rule refers to segments.</param>
    public SegmentPopulation<T> At(Instant now, DateTimeZone zone, SegmentSurroundings<T>? surroundings = null)
    {
        ArgumentNullException.ThrowIfNull(zone);
        return new SegmentPopulation<T>(this, (now, zone), surroundings ?? new SegmentSurroundings<T>(), Lanes.Best);
    }

    internal SegmentPopulation<T> At(Instant now, DateTimeZone zone, SegmentSurroundings<T> surroundings, Lanes lanes) => new(this, (now, zone), surroundings, lanes);

    private IndexChunk<T> Chunk(IReadOnlyList<KeyValuePair<string, T>> rows)
    {
        T[] candidates = [.. rows.Select(row => row.Value)];
        return new IndexChunk<T>(new KeyColumn([.. rows.Select(row => row.Key)]), _maker.Make(candidates), _moving is { } moving ? Array.ConvertAll(candidates, each => moving.Keep(each)) : null);
    }
}
