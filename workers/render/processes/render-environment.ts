import { inheritEnvironment } from "../../../infra/environment.ts";

/** What any process needs to find its libraries, data files and certificates. */
const PLATFORM_VARIABLES = [
  "PATH",
  "LD_LIBRARY_PATH",
  "DYLD_LIBRARY_PATH",
  "TMPDIR",
  "TZ",
  "LANG",
  "GDAL_DATA",
  "PROJ_DATA",
  "PROJ_LIB",
  "SSL_CERT_FILE",
  "SSL_CERT_DIR",
  "CURL_CA_BUNDLE",
];

/** Where GDAL finds credentials for `/vsis3`. */
const S3_VARIABLES = [
  "AWS_ACCESS_KEY_ID",
  "AWS_SECRET_ACCESS_KEY",
  "AWS_SESSION_TOKEN",
  "AWS_ROLE_ARN",
  "AWS_ROLE_SESSION_NAME",
  "AWS_WEB_IDENTITY_TOKEN_FILE",
  "AWS_CONTAINER_CREDENTIALS_RELATIVE_URI",
  "AWS_CONTAINER_CREDENTIALS_FULL_URI",
  "AWS_CONTAINER_AUTHORIZATION_TOKEN",
  "AWS_EC2_METADATA_DISABLED",
];

/**
 * Drivers that no user file may reach: those that read other files, the network or a database, run code, or
 * are simply not GeoTIFF. Opening names GTiff alone; this takes the others out of the process.
 */
const SKIPPED_DRIVERS =
  "VRT,DERIVED,GTI,COG,NITF,RPFTOC,ECRGTOC,HFA,SAR_CEOS,CEOS,JAXAPALSAR,GFF,ELAS,ESRIC,AIG,AAIGrid,GRASSASCIIGrid,ISG,SDTS,DTED,PNG,JPEG,JDEM,GIF,BIGGIF," +
  "ESAT,FITS,BSB,XPM,BMP,DIMAP,AirSAR,RS2,SAFE,PCIDSK,PCRaster,ILWIS,SGI,SRTMHGT,Leveller,Terragen,netCDF,HDF4,HDF4Image,ISIS3,ISIS2,PDS,PDS4,VICAR,TIL," +
  "ERS,JP2OpenJPEG,L1B,FIT,GRIB,RMF,WCS,WMS,MSGN,RST,GSAG,GSBG,GS7BG,COSAR,TSX,COASP,R,MAP,KMLSUPEROVERLAY,WEBP,PDF,Rasterlite,MBTiles,PLMOSAIC,CALS," +
  "WMTS,SENTINEL2,MRF,PNM,DOQ1,DOQ2,PAux,MFF,MFF2,GSC,FAST,BT,LAN,CPG,NDF,EIR,DIPEx,LCP,GTX,LOSLAS,NTv2,CTable2,ACE2,SNODAS,KRO,ROI_PAC,RRASTER,BYN,ARG," +
  "RIK,USGSDEM,GXF,BAG,HDF5,HDF5Image,NWT_GRD,NWT_GRC,ADRG,SRP,BLX,PostGISRaster,SAGA,XYZ,HF2,OZI,CTG,ZMap,NGSGEOID,IRIS,PRF,EEDAI,EEDA,DAAS,SIGDEM,HEIF," +
  "TGA,OGCAPI,STACTA,STACIT,GNMFile,GNMDatabase,ENVI,EHdr,ISCE,Zarr,HTTP,Elasticsearch,Carto,AmigoCloud,CSW,WFS,OAPIF,PostgreSQL,MySQL,ODBC,MSSQLSpatial," +
  "OGR_VRT,GML,GMLAS,KML,LIBKML,GPX,GeoJSON,GeoJSONSeq,ESRIJSON,TopoJSON,SQLite,GPKG,CSV,OSM,SOSI,SVG,NAS,LVBAG,ESRI Shapefile,MapInfo File,UK .NTF," +
  "OGR_SDTS,S57,DGN,Interlis 1,Interlis 2,OGR_GMT,WAsP,PGeo,OGR_OGDI,OpenFileGDB,DXF,CAD,FlatGeobuf,Geoconcept,GeoRSS,VFK,PGDUMP,GPSBabel,OGR_PDS,EDIGEO," +
  "Idrisi,XLS,ODS,XLSX,SXF,Selafin,JML,PLSCENES,VDV,MVT,NGW,MapML,TIGER,AVCBin,AVCE00,GenBin,LIBERTIFF," +
  "ADBC";

/**
 * The whole environment of a render process: nothing of ours, and credentials only where rasters come from
 * S3.
 */
export function renderEnvironment(gdalOptions: Readonly<Record<string, string>>): Record<string, string> {
  const usesS3 = Object.keys(gdalOptions).some((name) => name.startsWith("AWS_"));
  return {
    ...inheritEnvironment(PLATFORM_VARIABLES),
    ...(usesS3 ? inheritEnvironment(S3_VARIABLES) : {}),
    GDAL_SKIP: SKIPPED_DRIVERS,
    GDAL_DRIVER_PATH: "disable",
  };
}
